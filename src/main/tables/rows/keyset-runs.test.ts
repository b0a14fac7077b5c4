import { expect, test } from 'vitest';
import { keysetRuns } from './keyset-runs.ts';
import { keysetSql } from './keyset-sql.ts';
import { literalWriter } from './literal-writer.ts';
import type { OrderColumn } from './order-column.ts';

const column = (name: string, options: Partial<OrderColumn> = {}): OrderColumn => ({
  ...{ name, descending: false, mayBeNull: false, castType: 'text', ...options },
});
const down = { descending: true };
const open = { mayBeNull: true };

test.each<[string, OrderColumn[], (string | null)[], string[]]>([
  ['one column', [column('a')], ['1'], ["a > '1'"]],
  ['one direction', [column('a', down), column('b', down)], ['1', '2'], ["(a, b) < ('1', '2')"]],
  ['two directions', [column('a'), column('b', down)], ['1', '2'], ["a = '1' AND b < '2'", "a > '1'"]],
  [
    'groups of one direction',
    [column('a'), column('b'), column('c', down)],
    ['1', '2', '3'],
    ["a = '1' AND b = '2' AND c < '3'", "(a, b) > ('1', '2')"],
  ],
  [
    'NULLs behind all values',
    [column('a', open), column('b')],
    ['1', '2'],
    ["a = '1' AND b > '2'", "a > '1'", 'a IS NULL'],
  ],
  ['within the NULLs behind', [column('a', open), column('b')], [null, '2'], ["a IS NULL AND b > '2'"]],
  [
    'within the NULLs before',
    [column('a', { ...open, ...down }), column('b', down)],
    [null, '2'],
    ["a IS NULL AND b < '2'", 'a IS NOT NULL'],
  ],
  [
    'behind the NULLs before',
    [column('a', { ...open, ...down }), column('b', down)],
    ['1', '2'],
    ["a = '1' AND b < '2'", "a < '1'"],
  ],
])('%s', (_, columns, values, expected) => {
  const runs = keysetRuns(columns, values).map((run) => keysetSql(run, literalWriter).join(' AND '));
  expect(runs).toEqual(expected);
});
