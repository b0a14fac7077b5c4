import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindPlaceholders } from './bind-placeholders.ts';
import { scanSql } from './scan-sql.ts';
import '../repeatable-properties.test-support.ts';

function scanned(text: string) {
  const [statement] = scanSql(text);
  if (statement?.kind !== 'statement') throw new Error(`no statement: ${text}`);
  return statement;
}

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
  ['select :{?a}, :{?c}', 'select :{?a}, :{?c}', []],
  ['select $7, :c', 'select $7, :c', []],
  ['select $3, $2, :a, $3, $1', 'select $4, $1, $2, $4, $3', ['two', '1', 'one']],
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

test('each parameter stands for one name, and none without a value for a bound one', () => {
  const names = fc.constantFrom(':a', ':b', ':c', '$1', '$2', '$3', '$4');
  const some = fc.subarray(['a', 'b', 'c', '1', '2', '3', '4']);
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), some, (written, given) => {
      const statement = bindPlaceholders(
        scanned(`select ${written.join(', ')}`),
        new Map(given.map((name) => [name, `value of ${name}`])),
      );
      const bound = statement.text.slice('select '.length).split(', ');
      const meant = new Map<string, string>();
      for (const [index, name] of written.entries()) {
        const parameter = bound[index] ?? '';
        const value = parameter.startsWith('$')
          ? statement.values[Number(parameter.slice(1)) - 1]
          : undefined;
        expect(value).toBe(given.includes(name.slice(1)) ? `value of ${name.slice(1)}` : undefined);
        expect(meant.get(parameter) ?? name).toBe(name);
        meant.set(parameter, name);
      }
    }),
  );
});
