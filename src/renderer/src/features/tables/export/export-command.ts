import type { ExportDraft } from '../../export/export-draft.ts';
import { copyOptions, copyWord } from './copy-options.ts';
import { onOneLine } from './on-one-line.ts';

/**
 * What writes the same CSV file in psql. `\copy` takes one line: a query that cannot do without line breaks is sent as
 * COPY, whose output `\g` writes to the file. Null: COPY takes no such text for NULL.
 */
export function exportCommand(
  query: string,
  draft: Pick<ExportDraft, 'delimiter' | 'header' | 'nullText'>,
  fileName: string,
): string | null {
  if (/["\r\n]/.test(draft.nullText) || draft.nullText.includes(draft.delimiter)) return null;
  const options = copyOptions({ ...draft, quote: '"', encoding: 'UTF8' });
  const line = onOneLine(query);
  if (line !== null) return `\\copy (${line}) TO ${copyWord(fileName)} ${options}`;
  return `COPY (${query}) TO STDOUT ${options} \\g ${copyWord(fileName).replaceAll('\\', '\\\\')}`;
}
