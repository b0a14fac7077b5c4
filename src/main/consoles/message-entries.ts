import type { ServerNotice, ServerNotification } from '../postgres/console-connection.ts';
import type { NewConsoleEntry } from './script/script-host.ts';

const maxChars = 100_000;

/** A notice as the log keeps it; one of megabytes is cut. */
export function noticeEntry({ severity, message, detail, hint }: ServerNotice): NewConsoleEntry {
  return {
    kind: 'notice',
    severity,
    message: cut(message),
    detail: cutOrNull(detail),
    hint: cutOrNull(hint),
  };
}

export function notificationEntry(notification: ServerNotification): NewConsoleEntry {
  return { kind: 'notification', ...notification, payload: cut(notification.payload) };
}

function cutOrNull(text: string | null): string | null {
  return text === null ? null : cut(text);
}

function cut(text: string): string {
  return text.length > maxChars ? `${text.slice(0, maxChars)}…` : text;
}
