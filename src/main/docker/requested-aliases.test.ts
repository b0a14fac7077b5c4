import { expect, test } from 'vitest';
import { requestedAliases } from './requested-aliases.ts';

const id = 'db77f33c16a0db77f33c16a0db77f33c16a0db77f33c16a0db77f33c16a0db77';

test('leaves out the short id that the engine adds', () => {
  expect(requestedAliases({ Aliases: ['db', id.slice(0, 12)] }, id)).toEqual(['db']);
});

test('keeps a name that the id happens to begin with', () => {
  expect(requestedAliases({ Aliases: ['db', 'd'] }, id)).toEqual(['db', 'd']);
});

test('an endpoint without aliases has none', () => {
  expect(requestedAliases({ Aliases: null }, id)).toEqual([]);
  expect(requestedAliases({}, id)).toEqual([]);
});
