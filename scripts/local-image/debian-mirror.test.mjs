import { expect, test } from 'vitest';
import {
  addressesInList,
  addressesInSources,
  DEFAULT_MIRROR,
  debianMirror,
  pickMirror,
} from './debian-mirror.mjs';

test('reads deb822 files: several stanzas, folded lines, comments, disabled and source-only stanzas', () => {
  const text = `# A mirror
Types: deb deb-src
URIs: http://one.test/debian
  http://two.test/debian
Suites: trixie

Types: deb-src
URIs: http://sources.test/debian

Types: deb
Enabled: no
URIs: http://disabled.test/debian
`;
  expect(addressesInSources(text)).toEqual(['http://one.test/debian', 'http://two.test/debian']);
});

test('reads one-line files, with and without options', () => {
  const text = `deb [signed-by=/a.gpg arch=amd64] https://one.test/debian/ trixie main
# deb http://comment.test/debian trixie main
deb-src http://sources.test/debian trixie main
deb http://two.test/debian trixie main`;
  expect(addressesInList(text)).toEqual(['https://one.test/debian/', 'http://two.test/debian']);
});

test.each([
  [
    ['https://packages.test/debian-security', 'http://mirror.test/pub/debian/'],
    'http://mirror.test/pub/debian',
  ],
  [['cdrom:[Debian]/debian', 'https://download.test/linux/ubuntu'], undefined],
  [[], undefined],
])('picks the main archive among %j', (addresses, expected) => {
  expect(pickMirror(addresses)).toBe(expected);
});

test('falls back to the Debian project where apt has no sources', () => {
  expect(debianMirror('/nowhere')).toBe(DEFAULT_MIRROR);
});
