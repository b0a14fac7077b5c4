import { expect, test } from 'vitest';
import { namePattern } from './name-pattern.ts';

test.each([
  ['customers', { schema: null, name: '^(customers)$' }],
  ['CUST*', { schema: null, name: '^(cust.*)$' }],
  ['a?c|[xy]+', { schema: null, name: '^(a.c|[xy]+)$' }],
  ['*', { schema: null, name: null }],
  ['public.*', { schema: '^(public)$', name: null }],
  ['*.t', { schema: null, name: '^(t)$' }],
  ['"Big.Name"', { schema: null, name: '^(Big\\.Name)$' }],
  ['"a""b"$', { schema: null, name: '^(a"b\\$)$' }],
  ['db.s.t', { database: 'db', schema: '^(s)$', name: '^(t)$' }],
])('%s', (pattern, expected) => {
  expect(namePattern(pattern)).toMatchObject(expected);
});

test('a dot makes a pattern qualified, whatever stands before it', () => {
  expect(namePattern('*.t')?.isQualified).toBe(true);
  expect(namePattern('t')?.isQualified).toBe(false);
});

test('none matches everything, four parts are too many', () => {
  expect(namePattern(undefined)).toMatchObject({ schema: null, name: null, isQualified: false });
  expect(namePattern('a.b.c.d')).toBeNull();
});
