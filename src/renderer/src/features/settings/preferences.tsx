import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { useSettings } from '../../api/settings.ts';
import { type Locale, loadMessages, type Messages, type SourceMessages } from '../../i18n/messages.ts';
import { resolveLocale } from '../../i18n/resolve-locale.ts';
import { loadAgain } from '../../load-again.ts';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Puts the chosen language and theme over everything; the system's own until the choice is known. */
export function Preferences({ children }: { children: ReactNode }) {
  const { data: settings } = useSettings();
  const theme = settings?.theme ?? 'system';
  const locale = resolveLocale(settings?.language ?? 'system', navigator.languages);
  const catalogue = useCatalogue(locale);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  useEffect(() => {
    if (catalogue !== null) document.documentElement.lang = catalogue.locale;
  }, [catalogue]);

  if (catalogue === null) return null;
  return (
    <IntlProvider
      locale={catalogue.locale}
      messages={catalogue.messages as SourceMessages}
      timeZone={timeZone}
    >
      {children}
    </IntlProvider>
  );
}

/** The texts of a language; those of the one before until they are fetched. */
function useCatalogue(locale: Locale): { locale: Locale; messages: Messages } | null {
  const [catalogue, setCatalogue] = useState<{ locale: Locale; messages: Messages } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadAgain(() => loadMessages(locale)).then(
      (messages) => wanted && setCatalogue({ locale, messages }),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  return catalogue;
}
