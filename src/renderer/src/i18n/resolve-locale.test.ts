import { describe, expect, it } from 'vitest';
import { resolveLocale } from './resolve-locale.ts';

describe('resolveLocale', () => {
  it.each([
    ['system', ['id-ID', 'en-US'], 'id'],
    ['system', ['in'], 'id'],
    ['system', ['pt-PT'], 'pt-BR'],
    ['system', ['de-DE', 'fr'], 'en'],
    ['system', [], 'en'],
    ['system', ['de', 'pt-BR', 'en'], 'pt-BR'],
    ['en', ['id'], 'en'],
    ['pt-BR', ['id'], 'pt-BR'],
  ] as const)('%s with %j is %s', (chosen, system, locale) => {
    expect(resolveLocale(chosen, system)).toBe(locale);
  });
});
