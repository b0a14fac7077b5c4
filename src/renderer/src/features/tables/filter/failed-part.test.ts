import { describe, expect, it } from 'vitest';
import type { FilterCondition } from '../../../../../shared/contract/table-rows.ts';
import { failedPart } from './failed-part.ts';

const condition = (column: string, value: string): FilterCondition => ({
  column,
  operator: 'equals',
  values: [value],
});
const id = condition('id', 'abc');
const day = condition('day', 'never');
const invalid = 'invalid input syntax for type integer: "abc"';
const filter = (conditions: FilterCondition[], where = '') => ({ match: 'all' as const, conditions, where });

describe('failedPart', () => {
  it.each([
    ['the only condition', filter([id]), 'value out of range', '22003', id],
    ['the only expression', filter([], 'idd = 1'), 'column "idd" does not exist', '42703', 'where'],
    ['a condition by its value', filter([day, id]), invalid, '22P02', id],
    ['a condition beside an expression', filter([day, id], 'a = 1'), invalid, '22P02', id],
    [
      'an expression beside conditions',
      filter([id], 'idd = 1'),
      'column "idd" does not exist',
      '42703',
      'where',
    ],
    ['any of two with the same value', filter([id, condition('n', 'abc')]), invalid, '22P02', 'filter'],
    ['nothing that can be told', filter([id, day], 'a = 1'), 'division by zero', '22012', 'filter'],
  ] as const)('finds %s', (_, asked, reason, sqlState, expected) => {
    expect(failedPart(asked, reason, sqlState)).toEqual(expected);
  });
});
