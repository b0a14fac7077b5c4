import { expect, test } from 'vitest';
import { AppFailure } from '../../lib/app-failure.ts';
import { cursorPurpose, readCursor, writeCursor } from './page-cursor.ts';

const purpose = cursorPurpose(['customers', ['name']]);
const place = { in: 'key' as const, values: ['🐘 "\\\0', null, ''] };

test('a place comes back as it was', () => {
  expect(readCursor(writeCursor(place, purpose), purpose)).toEqual(place);
});

test.each([
  ['of another order', writeCursor(place, cursorPurpose(['customers', ['email']]))],
  [
    'of a shape of its own',
    Buffer.from(JSON.stringify({ purpose, place: { in: 'key' } })).toString('base64url'),
  ],
  ['with SQL for a place', writeCursor({ in: 'stored', ctid: "(0,1)' or true" }, purpose)],
  ['cut off', writeCursor(place, purpose).slice(0, 20)],
  ['of nothing', ''],
])('one %s is refused', (_, cursor) => {
  expect(() => readCursor(cursor, purpose)).toThrow(AppFailure);
});
