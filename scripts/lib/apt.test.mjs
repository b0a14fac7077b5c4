import { expect, test } from 'vitest';
import { systemId } from './apt.mjs';

test.each([
  ['PRETTY_NAME="Debian"\nID=debian\nVERSION_ID="12"', 'debian'],
  ['VERSION_ID="9"\nID="rhel"\n', 'rhel'],
  ['', process.platform],
])('names the system in %j', (text, expected) => {
  expect(systemId(text)).toBe(expected);
});
