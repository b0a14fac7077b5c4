import type { Locale } from '../../i18n/messages.ts';

/** Languages in their own words: they are found by those who read no other. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  id: 'Bahasa Indonesia',
  'pt-BR': 'Português (Brasil)',
};
