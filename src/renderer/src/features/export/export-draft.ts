import type { ExportFormat } from '../../../../shared/contract/results.ts';

export type ExportKind = ExportFormat['format'];
export const exportKinds = ['csv', 'json', 'json-lines', 'sql'] as const satisfies readonly ExportKind[];

export const delimiters = [',', ';', '\t'] as const;

/** What the form holds: the choices of every format, so that going back and forth loses none. */
export interface ExportDraft {
  kind: ExportKind;
  /** Without its ending, which goes with the format. */
  name: string;
  delimiter: (typeof delimiters)[number];
  header: boolean;
  nullText: string;
  escapeFormulas: boolean;
  table: string;
}

/** CSV as `\copy … csv header` of psql writes it. */
export const firstExportDraft = (name: string, table: string): ExportDraft => ({
  kind: 'csv',
  name,
  delimiter: ',',
  header: true,
  nullText: '',
  escapeFormulas: false,
  table,
});

const endings: Readonly<Record<ExportKind, string>> = {
  csv: '.csv',
  json: '.json',
  'json-lines': '.jsonl',
  sql: '.sql',
};

export function exportFileName({ kind, delimiter, name }: ExportDraft): string {
  const ending = kind === 'csv' && delimiter === '\t' ? '.tsv' : endings[kind];
  const stem = name.trim() || 'result';
  return stem.toLowerCase().endsWith(ending) ? stem : `${stem}${ending}`;
}

export function exportFormat({
  kind,
  delimiter,
  header,
  nullText,
  escapeFormulas,
  table,
}: ExportDraft): ExportFormat {
  switch (kind) {
    case 'csv':
      return { format: 'csv', delimiter, header, nullText, escapeFormulas };
    case 'json':
    case 'json-lines':
      return { format: kind };
    case 'sql':
      return { format: 'sql', table: table.trim() };
  }
}
