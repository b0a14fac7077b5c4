import { expect, test } from 'vitest';
import { matchesLock } from './node-modules.mjs';

const entry = (version, more = {}) => ({ version, integrity: `sha512-${version}`, ...more });
const lock = {
  packages: {
    '': { name: 'howdah' },
    'node_modules/a': entry('1.0.0'),
    'node_modules/b': entry('2.0.0', { optional: true }),
  },
};

test.each([
  ['all is there', { 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('2.0.0') }, true],
  ['an optional one of another system is not', { 'node_modules/a': entry('1.0.0') }, true],
  ['one is older', { 'node_modules/a': entry('0.9.0') }, false],
  ['one is missing', { 'node_modules/b': entry('2.0.0') }, false],
  ['one is too many', { 'node_modules/a': entry('1.0.0'), 'node_modules/c': entry('1.0.0') }, false],
])('%s', (_, packages, expected) => {
  expect(matchesLock(lock, { packages })).toBe(expected);
});

test('nothing is installed, or there is no lock', () => {
  expect(matchesLock(lock, undefined)).toBe(false);
  expect(matchesLock({}, { packages: {} })).toBe(false);
});
