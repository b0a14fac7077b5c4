import { expect, test } from 'vitest';
import { serverVersionNumber } from './server-version-number.ts';

test.each([
  ['16.10 (Debian 16.10-1.pgdg12+1)', 160_010],
  ['18.0', 180_000],
  ['19beta1', 190_000],
  ['17rc1', 170_000],
  ['9.6.24', 90_624],
  ['9.6', 90_600],
  ['', 0],
])('%s is %d', (version, number) => {
  expect(serverVersionNumber(version)).toBe(number);
});
