import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statementFacts } from './statement-facts.ts';
import '../repeatable-properties.test-support.ts';

const writing: [string, boolean][] = [
  ['select 1', false],
  ['select f()', false],
  ['table customers', false],
  ['values (1)', false],
  ['with x as (select 1) select * from x', false],
  ['insert into t values (1)', true],
  ['update t set a = 1 where b', true],
  ['merge into t using s on true when matched then delete', true],
  ['with gone as (delete from t where a returning *) select * from gone', true],
  ['with a as (select 1), b as materialized (insert into t select * from a returning *) table b', true],
  ['with a as (with b as (delete from t where c returning *) select * from b) select 1', true],
  ['insert into log with gone as (delete from t where a returning *) select * from gone', true],
  ["select 'delete from t'", false],
  ['select * into archive from t', true],
  ['select a, (select b into c) from t', false],
  ['create table t as select 1', true],
  ['create temp table t (a int)', true],
  ['copy t from stdin', true],
  ['copy t to stdout', false],
  ['copy (select a from t) to stdout', false],
  ['copy (delete from t where a returning *) to stdout', true],
  ['do $$ begin end $$', true],
  ['call p()', true],
  ['execute q', true],
  ['prepare q as delete from t', false],
  ['prepare q as with x as (delete from t) select 1', false],
  ['explain delete from t', false],
  ['explain (costs off) delete from t', false],
  ['explain analyze delete from t', true],
  ['explain verbose select 1', false],
  ['explain (analyze, buffers) insert into t values (1)', true],
  ['explain (analyze false) insert into t values (1)', false],
  ['explain (buffers, analyse on) select 1', false],
  ['grant select on t to ann', true],
  ['refresh materialized view v', true],
  ['select 1 \\; delete from t', true],
  ['set search_path = x', false],
  ['begin', false],
  ['', false],
  ['-- delete from t', false],
];

test.each(writing)('whether it writes: %s', (text, writes) => {
  expect(statementFacts(text).writes).toBe(writes);
});

const schema: [string, boolean][] = [
  ['create table t (a int)', true],
  ['ALTER TABLE t ADD b int', true],
  ['drop view v', true],
  ['select * into t2 from t', true],
  ['import foreign schema s from server x into y', true],
  ['insert into t values (1)', false],
  ['truncate t', false],
  ['explain analyze create table t as select 1', true],
  ['explain create table t as select 1', false],
];

test.each(schema)('whether it changes the schema: %s', (text, changesSchema) => {
  expect(statementFacts(text).changesSchema).toBe(changesSchema);
});

const explainable: [string, boolean][] = [
  ['select 1', true],
  ['(select 1) union (select 2)', true],
  ['with x as (select 1) select * from x', true],
  ['with recursive update as (select 1) select * from update', true],
  ['insert into t values (1)', true],
  ['delete from t', true],
  ['values (1)', true],
  ['execute q(1)', true],
  ['declare c cursor for select 1', true],
  ['create table t as select 1', true],
  ['create unlogged table if not exists s.t (a) as (select 1)', true],
  ['create materialized view v as table t', true],
  ['create table t (a int generated always as (b) stored)', false],
  ['create view v as select 1', false],
  ['create index on t (a)', false],
  ['explain select 1', false],
  ['vacuum', false],
  ['select 1 \\; select 2', false],
];

test.each(explainable)('whether it can be explained: %s', (text, expected) => {
  expect(statementFacts(text).explainable).toBe(expected);
});

const verbs: [string, string][] = [
  ['  /* c */ Select 1', 'SELECT'],
  ['with a as (select 1) insert into t table a', 'INSERT'],
  ['with insert as (select 1), delete(x) as (select 2) update t set a = 1', 'UPDATE'],
  ['with a as (select 1) search depth first by x set y select 1', 'SELECT'],
  ['((select 1))', 'SELECT'],
  ['explain analyze select 1', 'EXPLAIN'],
  ['"select" 1', ''],
];

test.each(verbs)('verb of %s', (text, verb) => {
  expect(statementFacts(text).verb).toBe(verb);
});

const control: [string, string | null][] = [
  ['begin', 'begin'],
  ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'begin'],
  ['start transaction read only', 'begin'],
  ['commit', 'commit'],
  ['end work', 'commit'],
  ['commit and chain', 'commit'],
  ['rollback', 'rollback'],
  ['abort', 'rollback'],
  ['savepoint a', 'savepoint'],
  ['release savepoint a', 'release'],
  ['rollback to a', 'rollback-to'],
  ['rollback work to savepoint a', 'rollback-to'],
  ["prepare transaction 'x'", 'prepare'],
  ["commit prepared 'x'", 'commit-prepared'],
  ["rollback prepared 'x'", 'rollback-prepared'],
  ['set transaction isolation level serializable', 'set'],
  ['set local transaction read only', 'set'],
  ['prepare q as select 1', null],
  ['set a = 1', null],
  ['select 1', null],
];

test.each(control)('transaction control of %s', (text, expected) => {
  expect(statementFacts(text).transaction).toBe(expected);
});

const readWrite: [string, boolean][] = [
  ['begin read write', true],
  ['start transaction isolation level repeatable read, read write', true],
  ['set transaction read write', true],
  ['set session characteristics as transaction read write', true],
  ['set transaction_read_only = off', true],
  ["set default_transaction_read_only to 'off'", true],
  ['set default_transaction_read_only = default', true],
  ['set session default_transaction_read_only = on', false],
  ["select set_config('transaction_read_only', 'off', false)", true],
  ['reset default_transaction_read_only', true],
  ['reset all', true],
  ['discard all', true],
  ['discard temp', false],
  ['begin read only', false],
  ['begin', false],
  ["select 'read write'", false],
];

test.each(readWrite)('whether it asks for read-write: %s', (text, expected) => {
  expect(statementFacts(text).asksReadWrite).toBe(expected);
});

const dangers: [string, string[]][] = [
  ['update customers set a = 1', ['update-all customers: select count(*) from customers']],
  [
    'update only public."Order Items" as o set a = b is distinct from c returning *',
    ['update-all public."Order Items": select count(*) from only public."Order Items" as o'],
  ],
  [
    'update a set x = b.x from b, c',
    ['update-all a: select count(*) from a where exists (select from b, c)'],
  ],
  ['update a set x = (select y from b where b.id = a.id)', ['update-all a: select count(*) from a']],
  ['update a set x = 1 where id = 3', []],
  ['update a set x = 1 where true', ['update-all a: select count(*) from a']],
  ['update a set x = 1 where 1=1', ['update-all a: select count(*) from a']],
  [
    "update a set x = 1 where (('x' = 'x') and not false) or id = 3",
    ['update-all a: select count(*) from a'],
  ],
  ['update a set x = 1 where 1 = 2', []],
  ['update a set x = 1 where true and id = 3', []],
  ['update a set x = 1 where current of c', []],
  ['update a set x = 1 where $1', []],
  ['update a set x = b is distinct', ['update-all a: select count(*) from a']],
  ['delete from customers', ['delete-all customers: select count(*) from customers']],
  [
    'delete from only (customers) c using orders o -- all',
    ['delete-all customers: select count(*) from only (customers) c where exists (select from orders o)'],
  ],
  ['delete from customers where exists (select 1 from orders where true)', []],
  [
    'delete from customers where 1 < 2 returning id',
    ['delete-all customers: select count(*) from customers'],
  ],
  [
    'delete from customers returning (select 1 where false)',
    ['delete-all customers: select count(*) from customers'],
  ],
  [
    'with gone as (delete from a returning *) insert into b table gone',
    ['delete-all a: select count(*) from a'],
  ],
  ['with x as (select 1 where true) delete from a', ['delete-all a: select count(*) from a']],
  [
    'with gone as (delete from a), new as (update b set c = 1) select 1',
    ['delete-all a: select count(*) from a', 'update-all b: select count(*) from b'],
  ],
  ['insert into t values (1) on conflict (a) do update set b = 1', []],
  ['select 1 for update', []],
  ['grant update, delete on t to ann', []],
  ['create trigger x before update or delete on t execute function f()', []],
  ['create rule r as on delete to t do instead (delete from u)', []],
  ['create function f() returns void begin atomic delete from t; end', []],
  ['truncate a', ['truncate a']],
  [
    'truncate table only a, public.b *, "c d" restart identity cascade',
    ['truncate a', 'truncate public.b', 'truncate "c d"'],
  ],
  ['drop table if exists a, s.b cascade', ['drop table a', 'drop table s.b']],
  ['drop schema old', ['drop schema old']],
  ['drop materialized view v', ['drop materialized view v']],
  ['drop index concurrently if exists i', ['drop index i']],
  ['drop function f(int, text), g', ['drop function f(int, text)', 'drop function g']],
  ['drop trigger t on customers', ['drop trigger t on customers']],
  ['drop database old with (force)', ['drop database old']],
  ['drop database old (force)', ['drop database old']],
  ['drop owned by ann, bob', ['drop owned by ann', 'drop owned by bob']],
  ['drop user mapping if exists for ann server s', ['drop user mapping for ann server s']],
  ['alter table a drop column b', ['alter-drop column b of table a']],
  [
    'alter table if exists only s.a * add x int, drop b cascade, drop constraint if exists c',
    ['alter-drop column b of table s.a', 'alter-drop constraint c of table s.a'],
  ],
  ['alter table a alter column b drop not null, alter c drop default, alter d drop identity if exists', []],
  ['alter domain d drop not null', []],
  ['alter domain d drop constraint c', ['alter-drop constraint c of domain d']],
  ['alter type t drop attribute x cascade', ['alter-drop attribute x of type t']],
  ['alter server s options (drop host)', []],
  ['alter table a rename to b', []],
  ['explain delete from a', []],
  ['explain analyze delete from a', ['delete-all a: select count(*) from a']],
  ['explain (analyze) delete from a where b', ['explain-analyze delete from a']],
  ['prepare q as delete from a', []],
  ['delete from a \\; drop table b', ['delete-all a: select count(*) from a', 'drop table b']],
];

describe('dangers', () => {
  test.each(dangers)('%s', (text, expected) => {
    const found = statementFacts(text).dangers.map((danger) => {
      const query = 'countQuery' in danger ? `: ${danger.countQuery}` : '';
      return `${danger.kind} ${danger.object}${query}`;
    });
    expect(found).toEqual(expected);
  });
});

test.each(['with', 'with recursive', 'with a as (select 1),', 'with delete', 'with update,', 'explain', '('])(
  'a statement that breaks off does nothing: %s',
  (text) => {
    expect(statementFacts(text)).toMatchObject({ writes: false, dangers: [] });
  },
);

test('any text is taken, also a statement that breaks off', () => {
  const words = dangers.flatMap(([text]) => text.split(' '));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words, '(', ')', ',', "'", '$$'), { maxLength: 40 }), (some) => {
      expect(statementFacts(some.join(' ')).dangers.length).toBeLessThanOrEqual(some.length);
    }),
  );
});

const many = 20_000;
const long: [string, string, number][] = [
  ['OR', `delete from t where ${'a = 1 or '.repeat(many)}b`, 0],
  ['AND', `delete from t where ${'true and '.repeat(many)}1 = 1`, 1],
  ['NOT', `delete from t where ${'not '.repeat(many)}true`, 1],
  ['parentheses', `delete from t where ${'('.repeat(many)}a${')'.repeat(many)}`, 0],
  ['CTEs in CTEs', `${'with a as ('.repeat(many)}select 1${') select 1'.repeat(many)}`, 0],
  ['EXPLAIN', `${'explain analyze '.repeat(many)}select 1`, 1],
  ['names', `drop table ${'a, '.repeat(many)}b`, many + 1],
];

test.each(long)('reads a statement with very many: %s', (_, text, dangers) => {
  expect(statementFacts(text).dangers).toHaveLength(dangers);
});
