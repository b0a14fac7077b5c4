import { expect, test } from 'vitest';
import type { ValueType } from '../../../shared/contract/relations.ts';
import { columnSize, mayBeWide } from './column-size.ts';

const none = { maxLength: null, integerBytes: null, numeric: null };

test.each([
  ['varchar(100)', 1043, 104, { maxLength: 100 }],
  ['varchar', 1043, -1, {}],
  ['char(4)', 1042, 8, { maxLength: 4 }],
  ['bit(8)', 1560, 8, { maxLength: 8 }],
  ['timestamp(3)', 1114, 3, {}],
  ['bigint', 20, -1, { integerBytes: 8 }],
  ['numeric(10,2)', 1700, 655_366, { numeric: { precision: 10, scale: 2 } }],
  ['numeric(3,-2)', 1700, 198_658, { numeric: { precision: 3, scale: -2 } }],
  ['numeric', 1700, -1, {}],
] as const)('%s', (_, oid, modifier, size) => {
  expect(columnSize({ oid, modifier })).toEqual({ ...none, ...size });
});

test.each([
  ['varchar(2500)', 1043, 2504, -1, 'text', false],
  ['varchar(2501)', 1043, 2505, -1, 'text', true],
  ['varchar', 1043, -1, -1, 'text', true],
  ['bit(10000)', 1560, 10_000, -1, 'other', false],
  ['numeric', 1700, -1, -1, 'number', false],
  ['inet', 869, -1, -1, 'other', false],
  ['uuid', 2950, -1, 16, 'uuid', false],
  ['an enum', 16_400, -1, 4, 'enum', false],
  ['jsonb', 3802, -1, -1, 'json', true],
  ['an array', 1007, -1, -1, 'array', true],
] as const)('%s is wide: %s', (_, oid, modifier, length, valueType: ValueType, isWide) => {
  const rest = { sqlName: '', labels: null, notNull: false, expression: null, checks: [], hasOrder: true };
  expect(mayBeWide({ ...rest, oid, modifier, length, valueType })).toBe(isWide);
});
