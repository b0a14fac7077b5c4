import type { useTranslations } from 'use-intl';
import type { ConsoleEntry } from '../../../../../shared/contract/consoles.ts';

/** What happened to the run or the session, as a sentence; what it is about behind it. */
export function eventText(
  { event, detail }: Pick<Extract<ConsoleEntry, { kind: 'event' }>, 'event' | 'detail'>,
  t: ReturnType<typeof useTranslations<'sql'>>,
): string {
  return detail === null ? t(`event.${event}`) : `${t(`event.${event}`)} (${detail})`;
}
