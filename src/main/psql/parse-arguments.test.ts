import { expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

const variables = new Map([
  ['name', "O'Hara"],
  ['table', 'my "table"'],
]);

test.each([
  ['', []],
  ['  a\tb  ', ['a', 'b']],
  ["'a b' c", ['a b', 'c']],
  [String.raw`'it''s' 'tab\there' '\x41\102'`, ["it's", 'tab\there', 'AB']],
  ["'open", ['open']],
  ['"Grouped name" x"y z"w', ['Grouped name', 'xy zw']],
  [':name', ["O'Hara"]],
  [':\'name\' :"table"', ["'O''Hara'", '"my ""table"""']],
  [':unknown a:name', [':unknown', "aO'Hara"]],
  ['`date`', ['`date`']],
  ["''", ['']],
])('%s', (text, expected) => {
  expect(parseArguments(text, { variables })).toEqual(expected);
});

test('a pattern keeps its double quotes', () => {
  expect(parseArguments('"Sales €".* x', { variables, keepDoubleQuotes: true })).toEqual([
    '"Sales €".*',
    'x',
  ]);
});
