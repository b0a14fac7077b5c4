import type { Relation } from '../../../../../shared/contract/tables.ts';
import { quoteIdentifier } from '../../../../../shared/sql/quote-sql.ts';
import type { ExportDraft } from '../../export/export-draft.ts';
import { copyOptions, copyWord } from './copy-options.ts';

export interface ExportedRows {
  relation: Pick<Relation, 'schema' | 'name' | 'kind' | 'columns'>;
  /** What follows the table's name in the query: conditions and order, values in place; "": all rows as they come. */
  rest: string;
}

type CsvDraft = Pick<ExportDraft, 'delimiter' | 'header' | 'nullText'>;

/**
 * What writes the same CSV file in psql. `\copy` takes one line: a query of several is sent as COPY, whose output `\g`
 * writes to the file.
 */
export function exportCommand(rows: ExportedRows, draft: CsvDraft, fileName: string): string {
  const source = copySource(rows);
  const options = copyOptions({ ...draft, quote: '"', encoding: 'UTF8' });
  if (!/[\r\n]/.test(source)) return `\\copy ${source} TO ${copyWord(fileName)} ${options}`;
  return `COPY ${source} TO STDOUT ${options} \\g ${copyWord(fileName).replaceAll('\\', '\\\\')}`;
}

/** A table can be copied by name, without its generated columns; of anything else the rows have to be selected. */
function copySource({ relation: { schema, name, kind, columns }, rest }: ExportedRows): string {
  const relation = `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  const byName = kind === 'table' && rest === '' && columns.every(({ generated }) => generated === null);
  return byName ? relation : `(SELECT * FROM ${relation}${rest})`;
}
