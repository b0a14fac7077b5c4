import { expect, it } from 'vitest';
import { expandedShape } from './result-shape.ts';

const column = { name: 'c', typeOid: 25, type: 'text', align: 'left' as const };
const rows = {
  rowCount: 10,
  rowAt: () => [],
  show: () => undefined,
  subscribe: () => () => undefined,
  version: () => 0,
};
const shape = expandedShape([column, column, column], rows, {
  name: 'Column',
  value: 'Value',
  heading: String,
});

it('knows which value a line shows', () => {
  expect(shape.valueAt({ row: 0, column: 0 })).toBeNull();
  expect(shape.valueAt({ row: 6, column: 0 })).toEqual({ row: 1, column: 1 });
  expect(shape.cellOf({ row: 1, column: 1 })).toEqual({ row: 6, column: 1 });
});

it.each([
  ['one line', 2, 2, { top: 0, bottom: 0, left: 1, right: 1 }],
  ['lines of one record', 1, 2, { top: 0, bottom: 0, left: 0, right: 1 }],
  ['a heading', 4, 5, { top: 1, bottom: 1, left: 0, right: 2 }],
  ['lines of two records', 3, 5, { top: 0, bottom: 1, left: 0, right: 2 }],
])('takes %s for its part of the result', (_name, top, bottom, range) => {
  expect(shape.rangeOf({ top, bottom, left: 0, right: 1 })).toEqual(range);
});
