import { expect, test } from 'vitest';
import type { RawColumn, RawIndex } from './raw-relation.ts';
import { rowIdentity } from './row-identity.ts';

const column = (name: string, isNotNullProven = true): RawColumn => ({
  ...{ name, type: 'integer', typeOid: 23, modifier: -1, notNull: isNotNullProven, isNotNullProven },
  ...{ expression: null, identity: '', generated: '', comment: null, hasLooseCollation: false },
  ...{ mayInsert: true, mayUpdate: true, isUpdatable: true },
});
const index = (columns: string[], more: Partial<RawIndex> = {}): RawIndex => ({
  ...{ name: columns.join('_'), columns, isPrimary: false, isProof: true },
  ...more,
});
const columns = [column('a'), column('b'), column('c'), column('loose', false)];
const of = (indexes: RawIndex[], picked: string[] | null = null, hasHeirs = false) =>
  rowIdentity({ columns, indexes, hasHeirs }, picked);

test('the primary key wins, even if it is longer', () => {
  expect(of([index(['a']), index(['b', 'c'], { isPrimary: true })])).toEqual({
    source: 'primary-key',
    columns: ['b', 'c'],
  });
});

test('of unique indexes the shortest, then the oldest', () => {
  expect(of([index(['a', 'b']), index(['c']), index(['b'])])?.columns).toEqual(['c']);
});

test('an index proves nothing of rows that it leaves out', () => {
  expect(of([index(['loose']), index(['a'], { isProof: false })])).toBeNull();
});

test('keys are not those of tables that inherit', () => {
  const keys = [index(['a'], { isPrimary: true })];
  expect(of(keys, null, true)).toBeNull();
  expect(of(keys, ['a'], true)).toEqual({ source: 'picked', columns: ['a'] });
});

test('picked columns stand in where there is no key, as long as they are there', () => {
  expect(of([index(['a'])], ['b'])?.source).toBe('unique');
  expect(of([], ['b', 'loose', 'b'])).toEqual({ source: 'picked', columns: ['b', 'loose'] });
  expect(of([], ['b', 'gone'])).toBeNull();
  expect(of([], [])).toBeNull();
});
