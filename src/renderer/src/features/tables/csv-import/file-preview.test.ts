import { describe, expect, it } from 'vitest';
import { filePreview } from './file-preview.ts';
import type { ChosenFile, ImportDraft } from './import-draft.ts';

const draft: ImportDraft = {
  encoding: 'UTF8',
  delimiter: ';',
  quote: '"',
  header: true,
  nullText: 'NULL',
  moveSequences: true,
  targets: null,
};

function chosen(text: string, isWhole = true): ChosenFile {
  return { file: new File([text], 'a.csv'), head: new TextEncoder().encode(text), isWhole };
}

describe('the preview of a file', () => {
  it('tells NULL from the same word in quotes, and nothing from an empty text', () => {
    const preview = filePreview(chosen('a;b;c\nNULL;"NULL";\n'), draft);
    expect(preview).toEqual({
      header: ['a', 'b', 'c'],
      columnCount: 3,
      records: [{ line: 2, values: [null, 'NULL', ''] }],
      openQuote: false,
    });
  });

  it('counts columns by the first record where there are no names', () => {
    const { header, columnCount, records } = filePreview(chosen('1;2\n3\n'), { ...draft, header: false });
    expect([header, columnCount]).toEqual([null, 2]);
    expect(records.map(({ line, values }) => [line, values.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('shows twenty records at most, none that is cut off by the end of what was read', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index};x`);
    expect(filePreview(chosen(['a;b', ...lines].join('\n')), draft).records).toHaveLength(20);
    expect(filePreview(chosen('a;b\n1;2\n3;cut o', false), draft).records).toHaveLength(1);
  });

  it('sees a quote that is never closed', () => {
    expect(filePreview(chosen('a;b\n1;"2\n3;4\n'), draft).openQuote).toBe(true);
  });

  it('is empty for an empty file', () => {
    expect(filePreview(chosen(''), draft)).toMatchObject({ header: [], columnCount: 0, records: [] });
  });
});
