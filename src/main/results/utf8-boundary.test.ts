import { expect, test } from 'vitest';
import { utf8Boundary } from './utf8-boundary.ts';

test('never inside a character', () => {
  const text = 'aé€😀';
  const bytes = Buffer.from(text);
  const starts = [0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10];
  expect(starts.map((_, end) => utf8Boundary(bytes, end))).toEqual(starts);
});

test('bytes that are no UTF-8 are cut where they are', () => {
  expect(utf8Boundary(Buffer.alloc(10, 0x80), 7)).toBe(7);
});
