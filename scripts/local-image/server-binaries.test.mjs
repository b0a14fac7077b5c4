import { expect, test } from 'vitest';
import { newestOfMajor } from './server-binaries.mjs';

test.each([
  [['16.9.0-beta.15', '16.14.0-beta.16', '16.14.0-beta.17', '17.1.0-beta.1'], 16, '16.14.0-beta.17'],
  [['16.2.0', '16.10.0', '16.10.0-beta.1'], 16, '16.10.0-beta.1'],
  [['1.0.0', '160.0.0'], 16, undefined],
])('finds the newest of %j for %i', (versions, major, expected) => {
  expect(newestOfMajor(versions, major)).toBe(expected);
});
