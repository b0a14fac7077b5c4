import { expect, test } from 'vitest';
import { presentableEntry } from './presentable-entry.ts';

function entry(text: string, message: string | null = null) {
  const error = message === null ? null : { sqlState: '42601', message };
  return { atMs: 1, database: 'shop', text, durationMs: 2, rows: null, error };
}

test('cuts what is very long, never a character in two', () => {
  const { text } = presentableEntry(entry(`${'x'.repeat(99_998)}🐘🐘`));
  expect(text).toBe(`${'x'.repeat(99_998)}…`);
  expect(presentableEntry(entry('x'.repeat(100_000))).text).toHaveLength(100_000);
  expect(presentableEntry(entry('select', 'y'.repeat(20_000))).error?.message).toHaveLength(10_000);
});

test('masks passwords in statements and in the errors that quote them', () => {
  const { text, error } = presentableEntry(
    entry(`create role ann password 'hunter2' 'hunter2'`, `syntax error at or near "'hunter2'"`),
  );
  expect(text).toContain('create role ann password');
  expect(JSON.stringify([text, error])).not.toContain('hunter2');
});

test('masks what an error quotes from behind the cut, and what the cut of the error parts', () => {
  const secret = `alter role ann password 'hunter2hunter2' x`;
  const behind = presentableEntry(entry(`${'x'.repeat(100_000)}; ${secret}`, `near "'hunter2hunter2'"`));
  expect(JSON.stringify(behind)).not.toContain('hunter');
  const parted = presentableEntry(entry(secret, `${'y'.repeat(9_990)} hunter2hunter2`));
  expect(JSON.stringify(parted)).not.toContain('hunter');
});

test('a password that the cut parts is masked, too', () => {
  const { text } = presentableEntry(
    entry(`${'x'.repeat(99_960)}; alter role ann password 'hunter2hunter2hunter2'`),
  );
  expect(text).not.toContain('hunter');
});
