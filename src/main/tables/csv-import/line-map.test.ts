import { expect, test } from 'vitest';
import { LineMap } from './line-map.ts';

test('lines of the server become lines of the file, where a record begins', () => {
  const map = new LineMap();
  map.add(1, 1, 1);
  map.add(2, 4, 3);
  map.add(5, 5, 1);
  // Of its line breaks in quotes the server counts none.
  map.add(6, 8, 1);
  map.add(9, 9, 1);
  // Behind records that were not sent.
  map.add(20, 20, 1);
  const lines = Array.from({ length: 10 }, (_, index) => map.fileLine(index + 1));
  expect(lines).toEqual([1, 2, 2, 2, 5, 6, 9, 20, 21, 22]);
});

test('without long records both count alike', () => {
  const map = new LineMap();
  expect(map.fileLine(7)).toBe(7);
  for (let line = 1; line <= 5; line += 1) map.add(line, line, 1);
  expect([3, 5, 6].map((line) => map.fileLine(line))).toEqual([3, 5, 6]);
});

test('what lies far behind is forgotten, not what is next', () => {
  const map = new LineMap();
  for (let record = 0; record < 250_000; record += 1) map.add(record * 2 + 1, record * 2 + 2, 2);
  expect(map.fileLine(500_000)).toBe(499_999);
  expect(map.fileLine(400_001)).toBe(400_001);
});
