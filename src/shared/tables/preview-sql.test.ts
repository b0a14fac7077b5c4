import { describe, expect, test } from 'vitest';
import type { Relation, RelationColumn } from '../contract/relations.ts';
import type { RowChange } from '../contract/row-changes.ts';
import { previewSql } from './preview-sql.ts';

function column(name: string, patch: Partial<RelationColumn> = {}): RelationColumn {
  return {
    ...{
      name,
      type: 'text',
      typeOid: 25,
      valueType: 'text',
      align: 'left',
      notNull: false,
      defaultText: null,
    },
    ...{
      identity: null,
      generated: null,
      maxLength: null,
      integerBytes: null,
      numeric: null,
      enumLabels: null,
    },
    ...{ canSort: true, canInsert: true, canUpdate: true, comment: null },
    ...patch,
  };
}

const columns = [
  column('id', { valueType: 'integer', typeOid: 23 }),
  column('name'),
  column('Is active', { valueType: 'boolean', typeOid: 16 }),
  column('user', { valueType: 'number', typeOid: 1700 }),
  column('extra', { valueType: 'json', typeOid: 114, canSort: false }),
];
const table: Relation = {
  ...{ schema: 'public', name: 'customers', kind: 'table', columns, hasVersion: true, readOnlyReason: null },
  fillsNewRows: false,
  identity: { source: 'primary-key', columns: ['id'] },
  can: { insert: true, update: true, delete: true },
  ...{ foreignKeys: [], referencedBy: [], constraints: [], estimatedRows: null, fingerprint: '' },
};
const before = ['2', "O'Neil", 't', '1.5', '{}'];
const found = { row: 'r', key: ['2'], version: '771', before };
const middle = (change: RowChange, relation = table) =>
  previewSql(relation, [change]).slice(1, -1).join('\n');

describe('previewSql', () => {
  test('is one transaction: updates, deletes, inserts', () => {
    const statements = previewSql(table, [
      { kind: 'insert', row: 'a', values: { name: 'x' } },
      { kind: 'update', ...found, values: { name: 'y' } },
      { kind: 'delete', ...found },
    ]);
    expect(statements.map((statement) => statement.split(/[ ;]/)[0])).toEqual([
      'BEGIN',
      'UPDATE',
      'DELETE',
      'INSERT',
      'COMMIT',
    ]);
  });

  test.each<[string, RowChange, string]>([
    [
      'values as a person writes them',
      {
        kind: 'update',
        ...found,
        values: { name: "it's \\", 'Is active': 'f', user: '12.50', extra: null, id: { default: true } },
      },
      `UPDATE public.customers
SET name = E'it''s \\\\', "Is active" = false, "user" = 12.50, extra = NULL, id = DEFAULT
WHERE id = 2 AND xmin = '771';`,
    ],
    [
      'a delete',
      { kind: 'delete', ...found },
      `DELETE FROM public.customers\nWHERE id = 2 AND xmin = '771';`,
    ],
    [
      'a new row, without columns that take their default',
      { kind: 'insert', row: 'n', values: { name: 'x', id: { default: true }, user: 'NaN' } },
      `INSERT INTO public.customers (name, "user")\nVALUES ('x', 'NaN');`,
    ],
    [
      'a new row of defaults',
      { kind: 'insert', row: 'n', values: { id: { default: true } } },
      'INSERT INTO public.customers DEFAULT VALUES;',
    ],
    ['a row that is not edited at all', { kind: 'update', ...found, values: {} }, ''],
  ])('%s', (_, change, sql) => {
    expect(middle(change)).toBe(sql);
  });

  test('an identity that is given is overridden', () => {
    const always = [column('id', { identity: 'always', valueType: 'integer' })];
    const change: RowChange = { kind: 'insert', row: 'n', values: { id: '7' } };
    expect(middle(change, { ...table, columns: always })).toBe(
      'INSERT INTO public.customers (id) OVERRIDING SYSTEM VALUE\nVALUES (7);',
    );
  });

  test('without a version all old values are compared', () => {
    const cells = ['2', { start: "a'b", lengthBytes: 20_000 }, null, '1.5', '{}'];
    const change: RowChange = { kind: 'delete', ...found, version: null, before: cells };
    expect(middle(change, { ...table, kind: 'view', hasVersion: false })).toBe(
      `DELETE FROM public.customers
WHERE id = 2 AND octet_length(name::text) = 20000 AND starts_with(name::text, 'a''b') AND "Is active" IS NULL AND "user" = 1.5 AND extra::text = '{}';`,
    );
  });
});
