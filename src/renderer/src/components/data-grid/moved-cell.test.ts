import { expect, it } from 'vitest';
import { movedCell } from './moved-cell.ts';

const size = { rows: 3, columns: 2 };

it.each([
  ['down', 0, 1, 1, 1],
  ['down', 2, 1, 2, 1],
  ['right', 0, 0, 0, 1],
  ['right', 0, 1, 1, 0],
  ['right', 2, 1, 2, 1],
  ['left', 1, 1, 1, 0],
  ['left', 1, 0, 0, 1],
  ['left', 0, 0, 0, 0],
  ['stay', 1, 1, 1, 1],
] as const)('%s from %d/%d goes to %d/%d', (move, row, column, toRow, toColumn) => {
  expect(movedCell({ row, column }, move, size)).toEqual({ row: toRow, column: toColumn });
});
