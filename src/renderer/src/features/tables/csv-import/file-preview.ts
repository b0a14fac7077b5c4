import type { CsvField } from '../../../../../shared/csv/read-csv-fields.ts';
import { readCsvPreview } from '../../../../../shared/csv/read-csv-preview.ts';
import type { ChosenFile, ImportDraft } from './import-draft.ts';

export interface FilePreview {
  /** Names in the first line; null: it has none. */
  header: readonly string[] | null;
  /** Of the first record. */
  columnCount: number;
  records: readonly PreviewRecord[];
  /** A quote is never closed: what follows it is one value. */
  openQuote: boolean;
}

export interface PreviewRecord {
  /** From 1, as an editor counts. */
  line: number;
  /** Null is NULL. */
  values: readonly (string | null)[];
}

const shownRecords = 20;

/** How the beginning of a file is read with these options. */
export function filePreview({ head, isWhole }: ChosenFile, draft: ImportDraft): FilePreview {
  const { encoding, delimiter, quote, header, nullText } = draft;
  const options = { encoding, delimiter, quote, isWhole };
  const { records, openQuote } = readCsvPreview(head, options, shownRecords + 1);
  const toValue = ({ text, quoted }: CsvField) => (!quoted && text === nullText ? null : text);
  return {
    header: header ? (records[0]?.fields.map(({ text }) => text) ?? []) : null,
    columnCount: records[0]?.fields.length ?? 0,
    records: records
      .slice(header ? 1 : 0)
      .slice(0, shownRecords)
      .map(({ line, fields }) => ({ line, values: fields.map(toValue) })),
    openQuote,
  };
}
