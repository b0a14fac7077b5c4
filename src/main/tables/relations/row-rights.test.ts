import { expect, test } from 'vitest';
import { rowRights } from './row-rights.ts';

const all = { isStandby: false, mayInsert: true, mayUpdate: true, mayDelete: true, updatable: 28 };
const key = { source: 'primary-key' as const, columns: ['id'] };
const nothing = { insert: false, update: false, delete: false };

test('a standby changes nothing, whatever the relation is', () => {
  expect(rowRights({ ...all, isStandby: true }, 'table', key)).toEqual({
    can: nothing,
    readOnlyReason: 'standby',
  });
  expect(rowRights({ ...all, updatable: 0 }, 'materialized-view', key).readOnlyReason).toBe(
    'materialized-view',
  );
});

test('the reason that more would not help against comes first', () => {
  const none = { mayInsert: false, mayUpdate: false, mayDelete: false };
  expect(rowRights({ ...all, updatable: 0, ...none }, 'view', null).readOnlyReason).toBe(
    'view-not-updatable',
  );
  expect(rowRights({ ...all, updatable: 0 }, 'foreign-table', null).readOnlyReason).toBe(
    'foreign-table-not-updatable',
  );
  expect(rowRights({ ...all, ...none }, 'table', null).readOnlyReason).toBe('no-privilege');
  expect(rowRights(all, 'table', null).readOnlyReason).toBe('no-key');
  expect(rowRights(all, 'table', key).readOnlyReason).toBeNull();
});

test('who may only add rows needs no key', () => {
  expect(rowRights({ ...all, mayUpdate: false, mayDelete: false }, 'table', null)).toEqual({
    can: { ...nothing, insert: true },
    readOnlyReason: null,
  });
});
