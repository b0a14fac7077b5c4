import { expect, it } from 'vitest';
import { caretAfterFormat } from './caret-after-format.ts';

const move = (before: string, after: string) => {
  const caret = before.indexOf('|');
  const place = caretAfterFormat(before.replace('|', ''), after, caret);
  return `${after.slice(0, place)}|${after.slice(place)}`;
};

it.each([
  ['select a|,b from t', 'select\n  a,\n  b\nfrom\n  t', 'select\n  a|,\n  b\nfrom\n  t'],
  ['|select 1', 'select\n  1', '|select\n  1'],
  ['  |select 1', 'select\n  1', '|select\n  1'],
  ['select   |  1', 'select\n  1', 'select|\n  1'],
  ['select 1|', 'select\n  1\n', 'select\n  1|\n'],
  ['select 1 😀|x', 'select 1\n😀x', 'select 1\n😀|x'],
])('%s', (before, after, moved) => {
  expect(move(before, after)).toBe(moved);
});
