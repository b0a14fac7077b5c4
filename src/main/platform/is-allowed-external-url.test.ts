import { expect, test } from 'vitest';
import { isAllowedExternalUrl } from './is-allowed-external-url.ts';

test.each([
  ['https://docs.docker.com/engine/install/', true],
  ['https://github.com/', false],
  ['http://docs.docker.com/', false],
  ['https://docs.docker.com:8443/', false],
  ['https://user@docs.docker.com/', false],
  ['https://docs.docker.com.evil.example/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['howdah://app/', false],
  ['--help', false],
  ['', false],
])('%s -> %s', (url, allowed) => {
  expect(isAllowedExternalUrl(url)).toBe(allowed);
});
