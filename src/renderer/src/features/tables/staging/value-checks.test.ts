import { expect, it } from 'vitest';
import { plainColumn } from '../../../../../shared/tables/plain-column.test-support.ts';
import type { StagedRow } from './staged-row.ts';
import { valueChecks } from './value-checks.ts';

const column = {
  ...plainColumn,
  name: 'name',
  type: 'character varying(2)',
  typeOid: 1043,
  notNull: true,
  maxLength: 2,
};
const relation = { fillsNewRows: false };
const added = (values: Record<string, string | null>): StagedRow => ({ kind: 'insert', id: 'new 1', values });

it('finds what is wrong with given values, not with those that are still to be given', () => {
  const check = valueChecks();
  expect(check(relation, added({}), column)).toBe(null);
  expect(check(relation, added({ name: null }), column)).toEqual({ problem: 'required' });
  const long = added({ name: 'abc' });
  expect(check(relation, long, column)).toEqual({ problem: 'too-long', most: 2, length: 3 });
  expect(check(relation, long, { ...column, maxLength: 3 })).toBe(null);
  expect(check(relation, added({ name: 'ab' }), column)).toBe(null);
  expect(check({ fillsNewRows: true }, added({ name: null }), column)).toBe(null);
});
