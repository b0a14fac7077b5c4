import { describe, expect, it } from 'vitest';
import type { ResultColumn } from '../../../../../shared/contract/results.ts';
import { formatCopy } from './format-copy.ts';
import { toDelimited } from './to-delimited.ts';

const column = (name: string, typeOid: number, align: 'left' | 'right' = 'left'): ResultColumn => ({
  name,
  typeOid,
  type: '',
  align,
});
const columns = [
  column('id', 20, 'right'),
  column('note', 25),
  column('note', 25),
  column('data', 3802),
  column('ok', 16),
];
const rows = [
  ['9223372036854775807', 'a "b", c', null, '{"n": 1.10}', 't'],
  ['2', "it's", '', '[]', 'f'],
  ['3', 'two\nlines | <b>', 'tab\there', 'null', null],
];
const copy = (format: Parameters<typeof formatCopy>[0]) => formatCopy(format, { columns, rows }, 'my"table');

describe('formatCopy', () => {
  it('writes CSV in which NULL is not an empty text', () => {
    expect(copy('csv')).toBe(
      [
        'id,note,note,data,ok',
        '9223372036854775807,"a ""b"", c",,"{""n"": 1.10}",t',
        '2,it\'s,"",[],f',
        '3,"two\nlines | <b>",tab\there,null,',
      ].join('\n'),
    );
  });

  it('writes TSV that a spreadsheet takes cell by cell', () => {
    expect(copy('tsv').split('\n')[1]).toBe('9223372036854775807\t"a ""b"", c"\t\t"{""n"": 1.10}"\tt');
    expect(toDelimited({ columns, rows }, { delimiter: '\t', header: false })).not.toContain('note');
    expect(copy('tsv')).toContain('"tab\there"');
  });

  it('writes JSON that keeps every digit and every column', () => {
    expect(copy('json').split('\n')[1]).toBe(
      '  {"id": 9223372036854775807, "note": "a \\"b\\", c", "note_2": null, "data": {"n": 1.10}, "ok": true},',
    );
    expect(JSON.parse(copy('json'))).toHaveLength(3);
    expect(
      formatCopy('json', { columns: [column('x', 701)], rows: [['NaN'], ['-Infinity'], ['1e-7']] }, ''),
    ).toBe('[\n  {"x": "NaN"},\n  {"x": "-Infinity"},\n  {"x": 1e-7}\n]');
    expect(formatCopy('json', { columns, rows: [] }, '')).toBe('[]');
  });

  it('writes Markdown that stays one table', () => {
    expect(copy('markdown').split('\n')).toEqual([
      '| id | note | note | data | ok |',
      '| ---: | --- | --- | --- | --- |',
      '| 9223372036854775807 | a "b", c | NULL | {"n": 1.10} | t |',
      "| 2 | it's |  | \\[\\] | f |",
      '| 3 | two<br>lines \\| \\<b> | tab\there | null | NULL |',
    ]);
  });

  it('writes INSERT with quoted names and texts', () => {
    expect(copy('insert')).toBe(
      [
        'INSERT INTO "my""table" ("id", "note", "note_2", "data", "ok") VALUES',
        `  (9223372036854775807, 'a "b", c', NULL, '{"n": 1.10}', true),`,
        "  (2, 'it''s', '', '[]', false),",
        "  (3, 'two\nlines | <b>', 'tab\there', 'null', NULL);",
      ].join('\n'),
    );
    expect(formatCopy('insert', { columns: [column('x', 1700)], rows: [['NaN']] }, 't')).toContain("('NaN')");
    expect(formatCopy('insert', { columns: [column('x', 17)], rows: [["\\x00'"]] }, 't')).toContain(
      "(E'\\\\x00''')",
    );
  });
});
