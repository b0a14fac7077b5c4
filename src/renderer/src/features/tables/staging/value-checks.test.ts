import { expect, it } from 'vitest';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedRow } from './staged-row.ts';
import { valueChecks } from './value-checks.ts';

const column: RelationColumn = {
  ...{ name: 'name', type: 'character varying(2)', typeOid: 1043, valueType: 'text', align: 'left' },
  ...{ notNull: true, defaultText: null, identity: null, generated: null, maxLength: 2, integerBytes: null },
  ...{ numeric: null, enumLabels: null, canSort: true, canInsert: true, canUpdate: true, comment: null },
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
