import { expect, test } from 'vitest';
import { bindPlaceholders } from './bind-placeholders.ts';
import { interpolateVariables } from './interpolate-variables.ts';
import { scanSql } from './scan-sql.ts';

function scanned(text: string) {
  const [statement] = scanSql(text);
  if (statement?.kind !== 'statement') throw new Error(`no statement: ${text}`);
  return statement;
}

const variables = new Map([
  ['n', '3'],
  ['name', "O'Neil \\ co"],
  ['col', 'a "b"'],
  ['twice', ':n + :n'],
  ['loop', 'x :loop'],
]);

const interpolated: [string, string][] = [
  ['select :n, :none', 'select 3, :none'],
  ["select :'n', :'name'", "select '3',  E'O''Neil \\\\ co'"],
  ['select :"n", :"col"', 'select "3", "a ""b"""'],
  ['select :twice', 'select 3 + 3'],
  ['select :loop', 'select x :loop'],
  ["select ':n', $1", "select ':n', $1"],
];

test.each(interpolated)('interpolates %s', (text, expected) => {
  expect(interpolateVariables(scanned(text), variables).text).toBe(expected);
});

test('placeholders that remain have their new places', () => {
  const { text, placeholders, toOriginal } = interpolateVariables(
    scanned("select :'name', :a, :n, $1"),
    variables,
  );
  expect(placeholders.map(({ start, end }) => text.slice(start, end))).toEqual([':a', '$1']);
  expect(toOriginal(text.indexOf(':a'))).toBe("select :'name', ".length);
});

const values = new Map<string, string | null>([
  ['a', '1'],
  ['b', null],
  ['1', 'one'],
  ['2', 'two'],
]);

const bound: [string, string, (string | null)[]][] = [
  ['select :a, :b, :a', 'select $1, $2, $1', ['1', null]],
  ['select $2, $1, $2', 'select $1, $2, $1', ['two', 'one']],
  [`select :'a', :"a", :'b', :c`, `select '1', "1", NULL, :c`, []],
  ['select x:a', 'select x $1', ['1']],
];

test.each(bound)('binds %s', (text, expected, parameters) => {
  const statement = bindPlaceholders(scanned(text), values);
  expect([statement.text, statement.values]).toEqual([expected, parameters]);
});

test('a place in the bound text is brought back to what was written', () => {
  const written = "select :'a' || :a, oops from :b";
  const { text, toOriginal } = bindPlaceholders(scanned(written), values);
  expect(toOriginal(text.indexOf('oops'))).toBe(written.indexOf('oops'));
  expect(toOriginal(text.indexOf('$1'))).toBe(written.indexOf(':a,'));
  expect(toOriginal(text.indexOf('$2') + 1)).toBe(written.indexOf(':b'));
  expect(toOriginal(text.length)).toBe(written.length);
});
