import type { useTranslations } from 'use-intl';
import type { AppError } from '../../../../../shared/app-error.ts';
import type { ConsoleEntry } from '../../../../../shared/contract/consoles.ts';
import { eventText } from './event-text.ts';

type Translate = ReturnType<typeof useTranslations<'sql'>>;

/** An entry as plain text, to be copied. */
export function entryText(entry: ConsoleEntry, t: Translate, present: (error: AppError) => string): string {
  return `${new Date(entry.atMs).toISOString()}  ${words(entry, t, present)}`;
}

function words(entry: ConsoleEntry, t: Translate, present: (error: AppError) => string): string {
  switch (entry.kind) {
    case 'statement':
      return `${entry.text}\n  ${entry.command} (${entry.durationMs.toFixed(1)} ms)`;
    case 'sql-error': {
      const { severity, sqlState, message, detail, hint, at } = entry.error;
      const place = at === null ? '' : ` (${t('error.place', { line: at.line, column: at.column })})`;
      const more = [detail, hint].filter((text) => text !== null).map((text) => `\n  ${text}`);
      return `${entry.text}\n  ${severity}: ${sqlState}: ${message}${place}${more.join('')}`;
    }
    case 'notice': {
      const more = [entry.detail, entry.hint].filter((text) => text !== null).map((text) => `\n  ${text}`);
      return `${entry.severity}: ${entry.message}${more.join('')}`;
    }
    case 'notification':
      return `${t('log.notification', { channel: entry.channel, pid: String(entry.backendPid) })} ${entry.payload}`;
    case 'output':
      return entry.text;
    case 'event':
      return eventText(entry, t);
    case 'failure':
      return present(entry.error);
    case 'command-error':
      return t(`error.command.${entry.problem}`, { command: entry.command, detail: entry.detail ?? '' });
  }
}
