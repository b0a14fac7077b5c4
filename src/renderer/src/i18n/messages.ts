import type { en } from './en.ts';
import type { Translated } from './translated.ts';

export const locales = ['en', 'id', 'pt-BR'] as const;
export type Locale = (typeof locales)[number];
export type Messages = Translated<typeof en>;
/** What the types of keys and of their arguments are taken from. */
export type SourceMessages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}

/** The texts of a language, each a file of its own so that only one is fetched. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en;
    case 'id':
      return (await import('./id.ts')).id;
    case 'pt-BR':
      return (await import('./pt-br.ts')).ptBr;
  }
}
