import { expect, test } from 'vitest';
import { quoteWhereNeeded } from './quote-where-needed.ts';

test.each([
  ['customers', 'customers'],
  ['name', 'name'],
  ['_1', '_1'],
  ['order', '"order"'],
  ['Customers', '"Customers"'],
  ['1st', '"1st"'],
  ['say "hi"', '"say ""hi"""'],
  ['🐘', '"🐘"'],
  ['', '""'],
])('%s is %s', (name, written) => {
  expect(quoteWhereNeeded(name)).toBe(written);
});
