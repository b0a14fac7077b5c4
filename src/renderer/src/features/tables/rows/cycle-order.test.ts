import { describe, expect, it } from 'vitest';
import type { RowOrder } from '../../../../../shared/contract/table-rows.ts';
import { cycleOrder } from './cycle-order.ts';

const text = (order: RowOrder) => order.map(({ column, descending }) => `${column}${descending ? '-' : '+'}`);
const clicks = (...columns: string[]) =>
  text(
    columns.reduce<RowOrder>(
      (order, column) => cycleOrder(order, column.replace('^', ''), column.startsWith('^')),
      [],
    ),
  );

describe('cycleOrder', () => {
  it.each([
    [['a'], ['a+']],
    [['a', 'a'], ['a-']],
    [['a', 'a', 'a'], []],
    [['a', 'b'], ['b+']],
    [
      ['a', '^b'],
      ['a+', 'b+'],
    ],
    [
      ['a', '^b', '^a'],
      ['a-', 'b+'],
    ],
    [['a', '^b', '^a', '^a'], ['b+']],
    [['a', '^b', 'b'], ['b-']],
  ])('%j', (columns, expected) => {
    expect(clicks(...columns)).toEqual(expected);
  });

  it('takes no more columns than can be asked for', () => {
    expect(clicks(...[...'abcdefghij'].map((column) => `^${column}`))).toHaveLength(8);
  });
});
