import { expect, test } from 'vitest';
import { StatementRun } from './statement-run.ts';

const newRun = () =>
  new StatementRun({ text: 'SELECT 1' }, { onColumns: () => ({ rows: () => undefined }) }, () => undefined);

test('a connection that is lost right after its end changes nothing, and is no failure of anybody', async () => {
  const run = newRun();
  run.finish();
  run.lose(new Error('lost'));
  expect(await run.ended).toEqual({ kind: 'complete', command: '' });
});

test('a connection that is lost before its end ends it', async () => {
  const run = newRun();
  run.lose(new Error('lost'));
  run.finish();
  await expect(run.ended).rejects.toThrow('lost');
});
