import { expect, test } from 'vitest';
import { SchemaChanges } from './schema-changes.ts';

function bench() {
  const seen: string[] = [];
  let run = '';
  const changes = new SchemaChanges(() => seen.push(run));
  return {
    seen,
    run(texts: (string | null)[], transaction: 'idle' | 'in-transaction' | 'failed') {
      run = texts.join('; ');
      for (const text of texts) changes.note(text);
      changes.settle(transaction);
    },
  };
}

test('a run that changes a schema is seen once, when it is over', () => {
  const { run, seen } = bench();
  run(['select 1'], 'idle');
  run(['create table a (b int)', 'drop table a'], 'idle');
  run(['insert into a values (1)'], 'idle');
  expect(seen).toEqual(['create table a (b int); drop table a']);
});

test('a change inside of a transaction is seen when that ends', () => {
  const { run, seen } = bench();
  run(['begin', 'drop table a'], 'in-transaction');
  run(['select nonsense'], 'failed');
  run(['rollback'], 'idle');
  run(['commit'], 'idle');
  expect(seen).toEqual(['rollback']);
});

test('what is not read may change anything', () => {
  const { run, seen } = bench();
  run([null, null], 'idle');
  expect(seen).toHaveLength(1);
});
