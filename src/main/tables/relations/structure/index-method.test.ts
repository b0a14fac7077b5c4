import { expect, test } from 'vitest';
import { indexMethod } from './index-method.ts';

test.each([
  ['CREATE INDEX i ON t USING btree (a)', 'i', 'btree (a)'],
  ['CREATE UNIQUE INDEX " USING x" ON t USING gin (a) WHERE b', '" USING x"', 'gin (a) WHERE b'],
])('%s', (definition, name, method) => {
  expect(indexMethod(definition, name)).toBe(method);
});
