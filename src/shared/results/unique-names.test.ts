import { expect, it } from 'vitest';
import { uniqueNames } from './unique-names.ts';

it.each([
  [
    ['id', 'name'],
    ['id', 'name'],
  ],
  [
    ['id', 'id', 'id'],
    ['id', 'id_2', 'id_3'],
  ],
  [
    ['id', 'id', 'id_2'],
    ['id', 'id_3', 'id_2'],
  ],
  [
    ['', ''],
    ['', '_2'],
  ],
])('%j become %j', (names, unique) => {
  expect(uniqueNames(names)).toEqual(unique);
});
