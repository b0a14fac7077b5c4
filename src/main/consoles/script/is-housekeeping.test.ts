import { expect, test } from 'vitest';
import { isHousekeeping } from './is-housekeeping.ts';

test.each([
  ["SELECT pg_catalog.set_config('search_path', '', false)", true],
  ["SELECT pg_catalog.setval('public.customers_id_seq', 3, true)", true],
  ["SELECT pg_catalog.lo_open('4242', 131072)", true],
  ["SELECT pg_catalog.lowrite(0, '\\x00')", true],
  ["SELECT * FROM pg_catalog.pg_restore_relation_stats(\n'version', 1)", true],
  ["select setval('customers_id_seq', 3)", false],
  ['SELECT pg_catalog.version()', false],
  ["SELECT 1, pg_catalog.setval('a', 1)", false],
])('%s', (statement, is) => {
  expect(isHousekeeping(statement)).toBe(is);
});
