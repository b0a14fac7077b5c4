import type { HistoryEntry } from '../../shared/contract/history.ts';
import { maskPasswords } from '../../shared/sql/mask-passwords.ts';
import { maskMessage } from './mask-message.ts';

type NewEntry = Omit<HistoryEntry, 'id'>;

const longestText = 100_000;
const longestMessage = 10_000;

/** As it is kept: passwords masked, nothing very long. */
export function presentableEntry(entry: NewEntry): NewEntry {
  const { error } = entry;
  // Cut first: masking reads all of a text.
  const text = cut(entry.text, longestText);
  // The error may quote what stands behind the cut; a password that is cut in two would not be found.
  const safe = (message: string) =>
    cut(maskMessage(cut(message, 2 * longestMessage), entry.text), longestMessage);
  return {
    ...entry,
    text: cut(maskPasswords(text), longestText),
    error: error === null ? null : { ...error, message: safe(error.message) },
  };
}

/** Never between the halves of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
