import { expect, test } from 'vitest';
import type { KeptSave } from './kept-save.ts';
import { KeptSaves, keptBytes } from './kept-saves.ts';

const save = (sizeBytes: number): KeptSave => ({
  place: { instance: 'i', database: null },
  relation: { schema: 'public', name: 'customers' },
  ...{ server: '1', parts: [], sizeBytes },
});

test('a save is taken once, unless it is put back', () => {
  const saves = new KeptSaves();
  const kept = save(1);
  const id = saves.keep(kept);
  expect(saves.take(id)).toBe(kept);
  expect(saves.take(id)).toBeNull();
  saves.putBack(id, kept);
  expect(saves.take(id)).toBe(kept);
});

test('the oldest are let go of when all are too big, the latest stays', () => {
  const saves = new KeptSaves();
  const [first, second] = [saves.keep(save(keptBytes / 2)), saves.keep(save(keptBytes / 2))];
  const third = saves.keep(save(1));
  expect(saves.take(first)).toBeNull();
  const whole = saves.keep(save(keptBytes));
  expect([saves.take(second), saves.take(third)]).toEqual([null, null]);
  expect(saves.take(whole)).not.toBeNull();
});
