import type { HistoryEntry } from '../../shared/contract/history.ts';

type NewEntry = Omit<HistoryEntry, 'id'>;

const longestText = 100_000;
const longestMessage = 10_000;

/** As it is kept: nothing very long. */
export function presentableEntry(entry: NewEntry): NewEntry {
  const { text, error } = entry;
  return {
    ...entry,
    text: cut(text, longestText),
    error: error === null ? null : { ...error, message: cut(error.message, longestMessage) },
  };
}

/** Never between the halves of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
