import { expect, test } from 'vitest';
import { readOnlyRefusal } from './read-only-refusal.ts';

test.each([
  'BEGIN READ WRITE',
  'begin work isolation level serializable, read /* ! */ write',
  'START TRANSACTION READ WRITE',
  '-- now\nSET TRANSACTION READ WRITE',
  'SET LOCAL transaction_read_only = off',
  'set "transaction_read_only" to off',
  'SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE',
  'select 1; SET default_transaction_read_only = off; COMMIT; delete from t',
])('%s is refused', (text) => {
  expect(readOnlyRefusal(text)).toMatchObject({ sqlState: '25006' });
  expect(readOnlyRefusal(Buffer.from(text))).toMatchObject({ sqlState: '25006' });
});

test.each([
  'BEGIN',
  'BEGIN READ ONLY',
  'SET TRANSACTION READ ONLY',
  'SET default_transaction_read_only = off',
  "select 'begin read write'",
  'COMMENT ON TABLE t IS $$SET TRANSACTION READ WRITE$$',
  "SET search_path = 'read', write",
])('%s is sent', (text) => {
  expect(readOnlyRefusal(text)).toBeNull();
});
