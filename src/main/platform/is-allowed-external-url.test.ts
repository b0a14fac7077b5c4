import { expect, test } from 'vitest';
import { isAllowedExternalUrl } from './is-allowed-external-url.ts';

test.each([
  ['https://docs.docker.com/engine/install/', true],
  ['https://www.postgresql.org/docs/18/', true],
  ['https://github.com/howdah/howdah/issues', true],
  ['https://github.com/howdah', true],
  ['http://docs.docker.com/', false],
  ['https://docs.docker.com:8443/', false],
  ['https://user@docs.docker.com/', false],
  ['https://docs.docker.com.evil.example/', false],
  ['https://github.com/howdah-evil', false],
  ['https://github.com/evil/howdah/', false],
  ['https://github.com/howdah/../evil', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['howdah://app/', false],
  ['--help', false],
  ['', false],
])('%s -> %s', (url, allowed) => {
  expect(isAllowedExternalUrl(url)).toBe(allowed);
});
