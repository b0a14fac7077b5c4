import { expect, test } from 'vitest';
import { saveRows } from './table-saves.ts';

test('what no message can hold is not sent', async () => {
  const place = { instance: 'shop', database: null, relation: { schema: 'public', name: 'notes' } };
  const note = 'ü'.repeat(24 * 1024 * 1024);
  const changes = [{ kind: 'insert', row: 'new 1', values: { note } } as const];
  const wish = { ...place, identity: null, fingerprint: 'f', changes, confirmed: false, call: 'c' };
  await expect(saveRows(wish)).rejects.toMatchObject({
    error: { code: 'save-too-large', limitBytes: 48 * 1024 * 1024 },
  });
});
