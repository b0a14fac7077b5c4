import { expect, test } from 'vitest';
import type { Cell } from '../../../../shared/contract/results.ts';
import { isUnchanged } from './is-unchanged.ts';

const long = (start: string, lengthBytes = 20_000): Cell => ({ start, lengthBytes });

test.each<[string, boolean, [string | null, Cell[]], [string | null, Cell[]]]>([
  ['equal values', true, ['1', ['a', null]], ['1', ['a', null]]],
  ['equal values of another version', true, ['1', ['a', null]], ['2', ['a', null]]],
  ['equal values without versions', true, [null, ['a']], [null, ['a']]],
  ['other values of an equal version', false, ['1', ['a']], ['1', ['b']]],
  ['NULL and an empty text', false, ['1', ['']], ['1', [null]]],
  ['a long value of an equal version', true, ['1', [long('x')]], ['1', [long('x')]]],
  ['a long value of another version', false, ['1', [long('x')]], ['2', [long('x')]]],
  ['a long value without a version', false, [null, [long('x')]], [null, [long('x')]]],
  ['another beginning', false, ['1', [long('x')]], ['1', [long('y')]]],
  ['another length', false, ['1', [long('x')]], ['1', [long('x', 20_001)]]],
  ['long and short', false, ['1', [long('x')]], ['1', ['x']]],
  ['short and long', false, ['1', ['x']], ['1', [long('x')]]],
  ['another number of columns', false, ['1', ['x']], ['1', ['x', 'y']]],
])('%s: %s', (_, same, [version, cells], [nowVersion, nowCells]) => {
  expect(isUnchanged({ version, cells }, { version: nowVersion, cells: nowCells })).toBe(same);
});
