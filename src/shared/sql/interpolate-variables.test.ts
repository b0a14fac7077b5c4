import { expect, test } from 'vitest';
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
  ['asked', ':{?n} or :{?none}'],
]);

const interpolated: [string, string][] = [
  ['select :n, :none', 'select 3, :none'],
  ["select :'n', :'name'", "select '3',  E'O''Neil \\\\ co'"],
  ['select :"n", :"col"', 'select "3", "a ""b"""'],
  ['select :twice', 'select 3 + 3'],
  ['select :loop', 'select x :loop'],
  ["select ':n', $1", "select ':n', $1"],
  ['select :{?n}, :{?none}', 'select TRUE, FALSE'],
  ['select :asked', 'select TRUE or FALSE'],
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
