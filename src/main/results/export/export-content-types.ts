import type { ExportFormat } from '../../../shared/contract/results.ts';

export const exportContentTypes: Readonly<Record<ExportFormat['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  'json-lines': 'application/x-ndjson',
  sql: 'application/sql',
};
