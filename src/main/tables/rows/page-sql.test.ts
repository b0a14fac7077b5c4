import { expect, test } from 'vitest';
import type { RelationColumn } from '../../../shared/contract/relations.ts';
import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import type { PagePlace } from './page-cursor.ts';
import { pageSql } from './page-sql.ts';
import { rowOrdering } from './row-ordering.ts';

const column = (name: string, valueType: RelationColumn['valueType'], notNull = true): RelationColumn => ({
  ...{ name, type: valueType, typeOid: 0, valueType, align: 'left', notNull, defaultText: null },
  ...{
    identity: null,
    generated: null,
    maxLength: null,
    integerBytes: null,
    numeric: null,
    enumLabels: null,
  },
  ...{ canSort: true, canInsert: true, canUpdate: true, comment: null },
});
const types: Record<string, string> = { id: 'integer', is_active: 'boolean' };

function factsOf(identity: string[] | null): RelationFacts {
  const columns = [
    column('id', 'integer'),
    column('name', 'text'),
    column('is_active', 'boolean'),
    column('E-mail', 'text', false),
  ];
  return {
    relation: {
      ...{ schema: 'public', name: 'customers', kind: 'table', columns, hasVersion: true },
      fillsNewRows: false,
      identity: identity === null ? null : { source: 'primary-key', columns: identity },
      ...{ can: { insert: true, update: true, delete: true }, readOnlyReason: null, foreignKeys: [] },
      ...{ referencedBy: [], constraints: [], estimatedRows: 3, fingerprint: 'f' },
    },
    ...{ oid: 1, sqlName: '"public"."customers"' },
    castTypeOf: (name) => types[name] ?? 'text',
    mayBeNull: (name) => name === 'E-mail',
    hasLooseCollation: () => false,
    isWide: () => false,
  };
}

interface Asked {
  identity?: string[] | null;
  order?: string;
  filter?: Partial<RowFilter>;
  backwards?: boolean;
  from?: PagePlace;
  offset?: number;
  hasBlocks?: boolean;
}

function sqlOf({
  identity = ['id'],
  order,
  filter,
  backwards = false,
  from,
  offset = 0,
  hasBlocks = true,
}: Asked) {
  const facts = factsOf(identity);
  const asked = order === undefined ? [] : [{ column: order, descending: false }];
  const ordering = rowOrdering(facts, asked, hasBlocks ? 10 : null);
  const start = { backwards, from: from ?? null };
  return pageSql(facts, { match: 'all', conditions: [], where: '', ...filter }, { ordering, start, offset });
}

const isActive = { column: 'is_active', operator: 'is-true' as const, values: [] };

test.each<[string, Asked, string]>([
  ['the first page', {}, 'SELECT *\nFROM public.customers\nORDER BY id\nLIMIT 300'],
  [
    'a filtered one',
    {
      filter: {
        conditions: [isActive, { column: 'name', operator: 'contains', values: ["O'Hara_"] }],
        where: "id > 5 or name = 'Tenxi'",
      },
    },
    `SELECT *
FROM public.customers
WHERE is_active IS TRUE
  AND name ILIKE E'%O''Hara\\\\_%'
  AND (id > 5 or name = 'Tenxi')
ORDER BY id
LIMIT 300`,
  ],
  [
    'one behind a place',
    { from: { in: 'key', values: ['300'] } },
    'SELECT *\nFROM public.customers\nWHERE id > 300\nORDER BY id\nLIMIT 300',
  ],
  [
    'one in several runs',
    { order: 'E-mail', from: { in: 'key', values: ['a@example.com', '7'] } },
    `SELECT *
FROM public.customers
WHERE ("E-mail" = 'a@example.com' AND id > 7
    OR "E-mail" > 'a@example.com'
    OR "E-mail" IS NULL)
ORDER BY "E-mail", id
LIMIT 300`,
  ],
  [
    'the last one',
    { backwards: true },
    `SELECT * FROM (
SELECT *
FROM public.customers
ORDER BY id DESC
LIMIT 300
) AS page
ORDER BY id`,
  ],
  ['one without a key', { identity: null }, 'SELECT *\nFROM public.customers\nLIMIT 300'],
  [
    'the next one without a key',
    { identity: null, from: { in: 'stored', ctid: '(4,7)' } },
    "SELECT *\nFROM public.customers\nWHERE ctid > '(4,7)'\nLIMIT 300",
  ],
  [
    'one that is counted off',
    { identity: null, hasBlocks: false, order: 'name', from: { in: 'none', offset: 600 }, offset: 600 },
    'SELECT *\nFROM public.customers\nORDER BY name\nLIMIT 300\nOFFSET 600',
  ],
])('%s reads as a person writes it', (_, asked, sql) => {
  expect(sqlOf(asked)).toBe(sql);
});
