import type { HistoryEntry } from '../../shared/contract/history.ts';
import { maskMessage } from './mask-message.ts';

/** The error of a statement, to be kept without it. */
export function maskedError({ text, error }: Pick<HistoryEntry, 'text' | 'error'>): HistoryEntry['error'] {
  return error === null ? null : { ...error, message: maskMessage(error.message, text) };
}
