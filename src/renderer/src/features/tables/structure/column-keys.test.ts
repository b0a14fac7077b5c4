import { expect, it } from 'vitest';
import { columnKeys } from './column-keys.ts';

it('names the keys of each column once, the primary key first', () => {
  const keys = columnKeys({
    constraints: [
      { name: 'to_other', kind: 'foreign-key', columns: ['a', 'b'] },
      { name: 'to_third', kind: 'foreign-key', columns: ['a'] },
      { name: 'positive', kind: 'check', columns: ['c'] },
      { name: 'unique_b', kind: 'unique', columns: ['b'] },
      { name: 'key', kind: 'primary-key', columns: ['a'] },
    ],
  });
  expect([...keys]).toEqual([
    ['a', ['primary-key', 'foreign-key']],
    ['b', ['unique', 'foreign-key']],
  ]);
});
