import { expect, test } from 'vitest';
import { readOnlyRefusal } from './read-only-refusal.ts';

test.each([
  'BEGIN READ WRITE',
  '-- now\nSET TRANSACTION READ WRITE',
  'SET default_transaction_read_only = off',
  'select 1; SET transaction_read_only = off; delete from t',
])('%s is refused, as text and as bytes', (text) => {
  expect(readOnlyRefusal(text)).toMatchObject({ sqlState: '25006' });
  expect(readOnlyRefusal(Buffer.from(text))).toMatchObject({ sqlState: '25006' });
});

test.each(['BEGIN', 'BEGIN READ ONLY', "select 'begin read write'", `select '${'é'.repeat(20_000)}'`])(
  '%s is sent',
  (text) => {
    expect(readOnlyRefusal(text)).toBeNull();
  },
);
