import { describe, expect, it } from 'vitest';
import type { ForeignKey, RelationColumn } from '../../../../../shared/contract/relations.ts';
import { jumpsFromValue, jumpsToReferrers } from './row-jumps.ts';

const column = (name: string): RelationColumn => ({
  name,
  type: 'integer',
  typeOid: 23,
  valueType: 'integer',
  align: 'right',
  notNull: false,
  defaultText: null,
  identity: null,
  generated: null,
  maxLength: null,
  integerBytes: 4,
  numeric: null,
  enumLabels: null,
  canSort: true,
  canInsert: true,
  canUpdate: true,
  comment: null,
});
const name = (of: string) => ({ schema: 'public', name: of });
const key = (
  of: string,
  from: string,
  fromColumns: string[],
  to: string,
  toColumns: string[],
): ForeignKey => ({
  name: of,
  from: name(from),
  fromColumns,
  to: name(to),
  toColumns,
  onDelete: 'no action',
  onUpdate: 'no action',
});
const relation = {
  columns: ['id', 'region', 'customer'].map(column),
  foreignKeys: [
    key('to_customer', 'orders', ['region', 'customer'], 'customers', ['r', 'c']),
    key('to_region', 'orders', ['region'], 'regions', ['id']),
  ],
  referencedBy: [key('lines_order', 'lines', ['order'], 'orders', ['id'])],
};

describe('jumps', () => {
  it('go to what a value points to, by all columns of the key', () => {
    const found = jumpsFromValue(relation, ['1', '7', '9'], 'region');
    expect(found.map(({ constraint, to }) => [constraint, to.name])).toEqual([
      ['to_customer', 'customers'],
      ['to_region', 'regions'],
    ]);
    expect(found[0]?.filter.conditions).toEqual([
      { column: 'r', operator: 'equals', values: ['7'] },
      { column: 'c', operator: 'equals', values: ['9'] },
    ]);
    expect(jumpsFromValue(relation, ['1', '7', '9'], 'id')).toEqual([]);
  });

  it('are none from NULL and from values that are not at hand', () => {
    expect(jumpsFromValue(relation, ['1', '7', null], 'customer')).toEqual([]);
    expect(jumpsToReferrers(relation, [{ start: '1', lengthBytes: 99_999 }, null, null])).toEqual([]);
  });

  it('go to what points to a row', () => {
    const [found] = jumpsToReferrers(relation, ['12', null, null]);
    expect(found).toMatchObject({ constraint: 'lines_order', to: { name: 'lines' } });
    expect(found?.filter.conditions).toEqual([{ column: 'order', operator: 'equals', values: ['12'] }]);
  });
});
