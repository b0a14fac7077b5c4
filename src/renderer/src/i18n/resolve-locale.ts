import { type Locale, locales } from './messages.ts';

/** The language to show: what was chosen, else the first of the system's that there is, else English. */
export function resolveLocale(chosen: Locale | 'system', system: readonly string[]): Locale {
  if (chosen !== 'system') return chosen;
  for (const wanted of system) {
    const [language] = wanted.toLowerCase().split('-');
    // Old systems call Indonesian "in".
    const found = locales.find(
      (locale) => locale.toLowerCase().split('-')[0] === (language === 'in' ? 'id' : language),
    );
    if (found !== undefined) return found;
  }
  return 'en';
}
