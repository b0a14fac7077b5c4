import type { ExportFormat } from '../../../shared/contract/results.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { createCsvFormat } from './create-csv-format.ts';
import { createInsertFormat } from './create-insert-format.ts';
import { createJsonFormat } from './create-json-format.ts';
import type { ExportColumn, RowFormat } from './row-format.ts';

export function createRowFormat(columns: readonly ExportColumn[], as: ExportFormat): RowFormat {
  switch (as.format) {
    case 'csv':
      return createCsvFormat(columns, as);
    case 'json':
      return createJsonFormat(columns, { lines: false });
    case 'json-lines':
      return createJsonFormat(columns, { lines: true });
    case 'sql':
      return createInsertFormat(columns, { sqlName: quoteIdentifier(as.table) });
  }
}
