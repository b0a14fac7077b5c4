import { describe, expect, it } from 'vitest';
import { type ExportDraft, exportFileName, exportFormat } from './export-draft.ts';

const draft: ExportDraft = {
  kind: 'csv',
  name: 'customers',
  delimiter: ',',
  header: true,
  nullText: '',
  escapeFormulas: false,
  table: ' customers ',
};

describe('an export', () => {
  it.each([
    [draft, 'customers.csv'],
    [{ ...draft, delimiter: '\t' as const }, 'customers.tsv'],
    [{ ...draft, kind: 'json-lines' as const }, 'customers.jsonl'],
    [{ ...draft, kind: 'sql' as const, name: 'a.SQL' }, 'a.SQL'],
    [{ ...draft, name: '  ' }, 'result.csv'],
  ])('gets the ending of its format', (given, name) => {
    expect(exportFileName(given)).toBe(name);
  });

  it('carries only what its format takes', () => {
    expect(exportFormat(draft)).toEqual({
      format: 'csv',
      delimiter: ',',
      header: true,
      nullText: '',
      escapeFormulas: false,
    });
    expect(exportFormat({ ...draft, kind: 'json' })).toEqual({ format: 'json' });
    expect(exportFormat({ ...draft, kind: 'sql' })).toEqual({ format: 'sql', table: 'customers' });
  });
});
