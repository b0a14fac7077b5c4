import { expect, test } from 'vitest';
import { scanSql } from '../../../shared/sql/scan-sql.ts';
import { byteCodec } from './byte-codec.ts';
import { prepareStatement } from './prepare-statement.ts';
import { textCodec } from './script-codec.ts';

function prepare(
  text: string,
  variables: Record<string, string>,
  values: Record<string, string | null> = {},
) {
  const [statement] = scanSql(text);
  if (statement?.kind !== 'statement') throw new Error('no statement');
  return prepareStatement(statement, {
    codec: textCodec,
    variables: new Map(Object.entries(variables)),
    values,
  });
}

test('values are bound in statements that take parameters', () => {
  expect(prepare('-- who\nselect :a, $1, :a', {}, { a: 'x', 1: null })).toMatchObject({
    text: '-- who\nselect $1, $2, $1',
    values: ['x', null],
  });
});

test.each([
  ['create table t (a text default :a)', "create table t (a text default 'it''s')"],
  ['select :a \\; select :a', "select 'it''s'  ; select 'it''s'"],
  ['create role x valid until :b', 'create role x valid until NULL'],
  ['alter table :"a" rename to y', 'alter table "it\'s" rename to y'],
  ['set a.b = $1', "set a.b =  E'back\\\\slash'"],
])('elsewhere they are constants: %s', (text, sent) => {
  const prepared = prepare(text, {}, { a: "it's", b: null, 1: 'back\\slash' });
  expect(prepared).toMatchObject({ text: sent });
  expect(prepared.values).toBeUndefined();
});

test('variables come first, and names without a value stay', () => {
  const prepared = prepare('select :v, :w, :x', { v: '1 + 1' }, { v: 'unused', w: '7' });
  expect(prepared).toMatchObject({ text: 'select 1 + 1, $1, :x', values: ['7'] });
});

test('a place in what is sent leads back to the script', () => {
  const text = 'select :v, :w, nope';
  const prepared = prepare(text, { v: "'a long text'" }, { w: '7' });
  expect(prepared.originOf(prepared.text.indexOf('nope'))).toBe(text.indexOf('nope'));
  expect(prepared.originOf(prepared.text.indexOf('long'))).toBe(text.indexOf(':v'));
  expect(prepared.originOf(prepared.text.indexOf('$1'))).toBe(text.indexOf(':w'));
});

test('a variable becomes bytes of the file', () => {
  const [statement] = scanSql('select :v');
  if (statement?.kind !== 'statement') throw new Error('no statement');
  const given = { codec: byteCodec('UTF8'), variables: new Map([['v', "'é'"]]), values: {} };
  expect(prepareStatement(statement, given).text).toBe("select '\xc3\xa9'");
});
