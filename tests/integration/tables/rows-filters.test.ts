import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ValueType } from '../../../src/shared/contract/relations.ts';
import type { FilterOperator, RowFilter } from '../../../src/shared/contract/table-rows.ts';
import { quoteIdentifier, quoteLiteral } from '../../../src/shared/sql/quote-sql.ts';
import { filterOperators } from '../../../src/shared/tables/filter-operators.ts';
import { filterValueCount } from '../../../src/shared/tables/filter-value-count.ts';
import { condition, filterOf, openRowsBench, type RowsBench } from '../../support/rows-bench.ts';

let bench: RowsBench;

const textual = new Set<FilterOperator>(['contains', 'starts-with', 'ends-with', 'holds']);

interface Sample {
  type: string;
  valueType: ValueType;
  values: [string, string, string];
  /** What is looked for; the first value where it is none of its own. */
  part?: string;
}

const samples: Sample[] = [
  { type: 'boolean', valueType: 'boolean', values: ['t', 'f', 't'] },
  { type: 'smallint', valueType: 'integer', values: ['-1', '12', '123'], part: '12' },
  { type: 'bigint', valueType: 'integer', values: ['9007199254740993', '5', '0'] },
  { type: 'numeric', valueType: 'number', values: ['0.10', '10.5', 'NaN'] },
  { type: 'real', valueType: 'number', values: ['1.1', '-2.5', '1e+20'] },
  { type: 'text', valueType: 'text', values: ["it's 100%_\\ sure", 'ABC', 'abc\n'], part: '%_\\' },
  { type: 'character varying(20)', valueType: 'text', values: ['🐘 Bagus', 'bagus', ''], part: 'bagus' },
  { type: 'character(4)', valueType: 'text', values: ['ab', 'abc', 'x'] },
  { type: 'mood', valueType: 'enum', values: ['sad', 'ok', 'very happy'], part: 'a' },
  { type: 'short', valueType: 'text', values: ['one', 'two', 'three'] },
  { type: 'date', valueType: 'date', values: ['2026-01-31', '2025-12-31', '0044-03-15 BC'], part: '2026' },
  { type: 'time', valueType: 'time', values: ['08:00:00', '08:00:00.000001', '23:59:59'], part: '08' },
  {
    type: 'timestamp',
    valueType: 'timestamp',
    values: ['2026-01-31 10:00:00', 'infinity', '2020-01-01 00:00:00.5'],
  },
  {
    type: 'timestamptz',
    valueType: 'timestamp',
    values: ['2026-01-31 10:00:00+00', '-infinity', '1999-12-31 23:00:00+00'],
  },
  { type: 'interval', valueType: 'interval', values: ['1 day', '24:00:01', '-1 mons'] },
  { type: 'jsonb', valueType: 'json', values: ['{"a": 1, "b": [1, 2]}', '[1]', '"a"'], part: '{"a": 1}' },
  { type: 'json', valueType: 'json', values: ['{"a":1,  "b":2}', '[1]', 'null'], part: '{"a": 1}' },
  { type: 'integer[]', valueType: 'array', values: ['{1,2,NULL}', '{}', '{3}'], part: '2' },
  { type: 'text[]', valueType: 'array', values: ['{"a,b",c}', '{{x},{y}}', '{NULL}'], part: 'a,b' },
  { type: 'bytea', valueType: 'bytea', values: ['\\x00ff', '\\x', '\\xdeadbeef'] },
  {
    type: 'uuid',
    valueType: 'uuid',
    values: [
      '0a0b0c0d-0000-4000-8000-000000000001',
      '11111111-1111-4111-8111-111111111111',
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    ],
    part: '1111',
  },
  { type: 'inet', valueType: 'other', values: ['10.0.0.1', '10.0.0.0/8', '::1'], part: '10.0' },
  { type: 'int4range', valueType: 'other', values: ['[1,5)', 'empty', '(,3)'] },
  { type: 'money', valueType: 'other', values: ['$1,234.50', '-$0.01', '$0.00'] },
  { type: 'regclass', valueType: 'other', values: ['pg_class', 'pg_type', 'samples'], part: 'class' },
];

beforeAll(async () => {
  bench = await openRowsBench();
  await bench.run(
    "CREATE TYPE mood AS ENUM ('sad', 'ok', 'very happy')",
    'CREATE DOMAIN short AS varchar(5)',
    'CREATE TABLE samples AS SELECT id, chr(97 + id) AS letter FROM generate_series(0, 3) AS id',
    'ALTER TABLE samples ADD PRIMARY KEY (id)',
  );
});
afterAll(() => bench.dispose());

const idsOf = async (filter: Partial<RowFilter>) =>
  (await bench.page('samples', { filter })).rows.map(({ cells }) => cells[0]);

/** The same question in other words. */
function inOtherWords(
  operator: FilterOperator,
  { type, valueType }: Sample,
  column: string,
  [a, b]: string[],
): string {
  const value = `${column}${valueType === 'json' ? '::jsonb' : ''}`;
  const literal = (text = '') =>
    `CAST(${quoteLiteral(text)} AS ${valueType === 'json' ? 'jsonb' : type.replace(/\(.*/, '')})`;
  const one = type === 'character(4)' ? `CAST(${quoteLiteral(a ?? '')} AS bpchar)` : literal(a);
  const text = `lower(${column}::text)`;
  const looked = `lower(${quoteLiteral(a ?? '')})`;
  const words: Record<FilterOperator, string> = {
    equals: `${value} = ${one}`,
    differs: `${value} IS NULL OR NOT ${value} = ${one}`,
    less: `NOT ${value} >= ${one}`,
    'at-most': `NOT ${value} > ${one}`,
    more: `NOT ${value} <= ${one}`,
    'at-least': `NOT ${value} < ${one}`,
    between: `NOT ${value} < ${one} AND NOT ${value} > ${type === 'character(4)' ? `CAST(${quoteLiteral(b ?? '')} AS bpchar)` : literal(b)}`,
    in: `${value} = ${one} OR ${value} = ${type === 'character(4)' ? `CAST(${quoteLiteral(b ?? '')} AS bpchar)` : literal(b)}`,
    contains: `strpos(${text}, ${looked}) > 0`,
    'starts-with': `left(${text}, length(${looked})) = ${looked}`,
    'ends-with': `right(${text}, length(${looked})) = ${looked}`,
    matches: `${text} ~ ${looked}`,
    'is-null': `id = 3 OR ${column} IS NULL`,
    'is-not-null': `NOT ${column} IS NULL`,
    'is-true': column,
    'is-false': `NOT ${column}`,
    holds:
      valueType === 'json'
        ? `${value} @> ${quoteLiteral(a ?? '')}`
        : `${quoteLiteral(a ?? '')} IN (SELECT unnest(${column})::text)`,
  };
  return words[operator];
}

/** The ids that each of the queries answers, in one round trip. */
const idsOfEach = async (queries: string[]) =>
  (
    await bench.ask(
      queries.map((sql) => `SELECT ARRAY(SELECT id FROM (${sql}) AS asked)`).join(' UNION ALL '),
    )
  ).map(([ids]) => ids);

describe('a condition finds what the server finds in other words', () => {
  test.each(samples.map((sample, at) => [sample.type, sample, `s${at}`] as const))(
    'of %s',
    async (type, sample, table) => {
      const rows = sample.values.map((value, at) => `(${at}, ${quoteLiteral(value)})`);
      await bench.run(
        `CREATE TABLE ${table} (id int PRIMARY KEY, c ${type})`,
        `INSERT INTO ${table} VALUES ${rows.join(', ')}, (3, NULL)`,
      );
      const expected: string[] = [];
      const typed: string[] = [];
      const found: string[] = [];
      for (const operator of filterOperators(sample.valueType)) {
        const values = lookedFor(operator, sample);
        const page = await bench.page(table, {
          filter: { conditions: [condition('c', operator, ...values)] },
        });
        found.push(`{${page.rows.map(({ cells }) => cells[0]).join(',')}}`);
        typed.push(page.sql);
        const words = inOtherWords(operator, sample, 'c', values);
        expected.push(`SELECT id FROM ${table} WHERE ${words} ORDER BY id`);
      }
      expect(found).toEqual(await idsOfEach(expected));
      expect(found).toEqual(await idsOfEach(typed));
    },
  );
});

function lookedFor(operator: FilterOperator, { values: [first, second], part = first }: Sample): string[] {
  const count = filterValueCount(operator);
  if (count === 0) return [];
  if (count !== 1) return [second, first];
  if (operator === 'matches') return ['^.a'];
  return textual.has(operator) ? [part] : [first];
}

test('patterns are found in a column that takes different texts for equal', async () => {
  await bench.run(
    "CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
    'CREATE TABLE loose (name text COLLATE any_case PRIMARY KEY)',
    "INSERT INTO loose VALUES ('Bagus'), ('John')",
  );
  const asked = [
    ['starts-with', 'bA'],
    ['ends-with', 'US'],
    ['contains', 'AGU'],
    ['matches', '^b.g'],
    ['equals', 'BAGUS'],
  ] as const;
  for (const [operator, value] of asked) {
    const { rows, sql } = await bench.page('loose', {
      filter: { conditions: [condition('name', operator, value)] },
    });
    expect(
      rows.map(({ cells }) => cells),
      operator,
    ).toEqual([['Bagus']]);
    expect(await bench.ask(sql), sql).toEqual([['Bagus']]);
  }
});

describe('several conditions', () => {
  const two = [condition('id', 'at-least', '1'), condition('id', 'at-most', '2')];

  test('all or any', async () => {
    expect(await idsOf({ match: 'all', conditions: two })).toEqual(['1', '2']);
    expect(await idsOf({ match: 'any', conditions: two })).toEqual(['0', '1', '2', '3']);
    expect(await idsOf({ match: 'any', conditions: two, where: 'id = 3 or id = 0' })).toEqual(['0', '3']);
  });

  test('thousands of values', async () => {
    const values = Array.from({ length: 10_000 }, (_, at) => String(at + 2));
    expect(await idsOf({ conditions: [condition('id', 'in', ...values)] })).toEqual(['2', '3']);
  });
});

describe('an expression of the person', () => {
  test.each([
    ['id > 1', ['2', '3']],
    ['samples.id > 1 -- behind a comment', ['2', '3']],
    ['id in (select max(id) from samples)', ['3']],
    ["letter = 'c' or letter =\n'd'", ['2', '3']],
    ['  /* nothing */ -- at all', ['0', '1', '2', '3']],
    ['true or\nfalse', ['0', '1', '2', '3']],
  ])('%s', async (where, ids) => {
    expect(await idsOf({ where })).toEqual(ids);
  });

  test.each([
    ["id = 'x", '42601', 'the condition ends inside a string'],
    ['true) or (true', '42601', 'the condition has a closing parenthesis without its opening one'],
    ['true; drop table samples', '42601', 'the condition is one expression: it cannot have a semicolon'],
    ['id = $1', '42601', 'the condition has a parameter ($1), of which no value is given'],
  ])('%s is refused before the server is asked', async (where, sqlState, reason) => {
    await expect(idsOf({ where })).rejects.toMatchObject({
      appError: { code: 'database-error', sqlState, reason },
    });
  });

  test('that the server refuses leaves the session as it was', async () => {
    for (const where of ['no_column = 1', 'id / 0 = 1', 'id', 'count(*) > 1']) {
      await expect(idsOf({ where })).rejects.toMatchObject({ name: 'ServerFailure' });
      expect(bench.session.transaction).toBe('idle');
    }
  });

  test('writes nothing', async () => {
    await bench.run(
      "CREATE FUNCTION forget() RETURNS boolean AS 'DELETE FROM samples RETURNING true' LANGUAGE sql",
    );
    await expect(idsOf({ where: 'forget()' })).rejects.toMatchObject({ serverError: { sqlState: '25006' } });
    expect(await bench.ask('SELECT count(*) FROM samples')).toEqual([['4']]);
  });
});

test.each([
  [condition('gone', 'is-null'), '42703', 'column "gone" does not exist'],
  [condition('id', 'between', '1'), '22023', 'the condition on "id" needs 2 value(s), 1 given'],
  [condition('id', 'in'), '22023', 'the condition on "id" needs 1 value(s), 0 given'],
])('%o is refused', async (one, sqlState, reason) => {
  await expect(idsOf({ conditions: [one] })).rejects.toMatchObject({ appError: { sqlState, reason } });
});

test('a value that its type does not know is refused in the server’s words', async () => {
  await expect(idsOf({ conditions: [condition('id', 'equals', 'ten')] })).rejects.toMatchObject({
    serverError: { sqlState: '22P02', message: 'invalid input syntax for type integer: "ten"' },
  });
});

test('names and values of any kind', async () => {
  const name = `Say "hi", it's a 100% 🐘`;
  const quoted = quoteIdentifier(name);
  await bench.run(
    `CREATE SCHEMA ${quoted}`,
    `CREATE TABLE ${quoted}.${quoted} (${quoted} text PRIMARY KEY)`,
    `INSERT INTO ${quoted}.${quoted} VALUES ('1'), (${quoteLiteral(name)}), (E'\\\\')`,
  );
  const filter = filterOf({
    conditions: [condition(name, 'equals', name)],
    where: `${quoted}.${quoted} <> '1'`,
  });
  const wish = { ...bench.place(name, name), identity: null, order: [{ column: name, descending: true }] };
  const page = await bench.rows.page({ ...wish, filter, page: { at: 'last' } });
  expect(page.rows.map(({ cells }) => cells)).toEqual([[name]]);
  expect(await bench.ask(page.sql)).toEqual([[name]]);
  expect(await bench.rows.count({ ...wish, filter })).toEqual({ count: 1 });
});
