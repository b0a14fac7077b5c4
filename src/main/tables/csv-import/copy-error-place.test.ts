import { expect, test } from 'vitest';
import { copyErrorPlace } from './copy-error-place.ts';

const columns = ['age', 'age, x', 'Größe: "cm"'];

test.each<[string, string | null, string, { line: number | null; column: string | null }]>([
  ['a value', 'COPY people, line 3, column age: "x"', 'people', { line: 3, column: 'age' }],
  ['a line', 'COPY people, line 12: "1,2,3"', 'people', { line: 12, column: null }],
  ['a line that is not told', 'COPY people, line 12', 'people', { line: 12, column: null }],
  ['odd names', 'COPY a, line 7 b, line 3, column age, x: "y"', 'a, line 7 b', { line: 3, column: 'age, x' }],
  ['a colon in a name', 'COPY t, line 3, column Größe: "cm": "y"', 't', { line: 3, column: 'Größe: "cm"' }],
  ['NULL', 'COPY t, line 3, column age: null input', 't', { line: 3, column: 'age' }],
  ['another language', 'COPY people, Zeile 4, Spalte age: »x«', 'people', { line: 4, column: 'age' }],
  [
    'a function below',
    'PL/pgSQL function f() line 9 at RAISE\nCOPY t, line 5: "1"',
    't',
    { line: 5, column: null },
  ],
  ['a function alone', 'PL/pgSQL function f() line 9 at RAISE', 't', { line: null, column: null }],
  ['another relation', 'COPY other, line 5', 't', { line: null, column: null }],
  ['nothing', null, 't', { line: null, column: null }],
])('of %s', (_, where, relation, expected) => {
  expect(copyErrorPlace({ where, column: null }, relation, columns)).toEqual(expected);
});
