import { useFormatter, useTranslations } from 'use-intl';

/** A statement timeout in words; 0 is none. */
export function useTimeoutText(): (timeoutMs: number) => string {
  const t = useTranslations('sql.settings');
  const format = useFormatter();
  return (timeoutMs) =>
    timeoutMs === 0
      ? t('noTimeout')
      : format.number(timeoutMs / 1_000, { style: 'unit', unit: 'second', unitDisplay: 'long' });
}
