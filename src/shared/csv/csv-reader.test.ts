import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../repeatable-properties.test-support.ts';
import { CsvReader } from './csv-reader.ts';
import type { CsvRecord } from './csv-record.ts';
import { readCsvFields } from './read-csv-fields.ts';

const dialect = { delimiter: ',', quote: '"' };

function recordsOf(text: string, pieceBytes = Number.POSITIVE_INFINITY): CsvRecord[] {
  const bytes = new TextEncoder().encode(text);
  const reader = new CsvReader(dialect);
  const records: CsvRecord[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    records.push(...reader.push(bytes.subarray(at, at + pieceBytes)));
  }
  records.push(...reader.end());
  return records;
}

const shown = (record: CsvRecord): string => {
  const fields = readCsvFields(record, dialect, 'UTF8').map(({ text, quoted }) =>
    quoted ? `"${text}"` : text,
  );
  return [record.line, ...fields, ...(record.fault === null ? [] : [record.fault])].join('|');
};

test.each([
  ['lines that end in LF', 'a,b\nc,d\n', ['1|a|b', '2|c|d']],
  ['lines that end in CRLF', 'a,b\r\nc,d\r\n', ['1|a|b', '2|c|d']],
  ['lines that end in CR', 'a,b\rc,d\r', ['1|a|b', '2|c|d']],
  ['a last line without an end', 'a\nb', ['1|a', '2|b']],
  ['empty lines, which are records', '\na\n\n', ['1|', '2|a', '3|']],
  ['nothing', '', []],
  ['empty values', ',,"",\n', ['1|||""|']],
  ['doubled quotes', '"a ""b"" c",""""\n', ['1|"a "b" c"|"""']],
  ['quotes that begin within a field', 'a"b,c"d,e\n', ['1|"ab,cd"|e']],
  ['line breaks in quotes', '"a\nb",c\nd,"e\r\nf\rg"\nh\n', ['1|"a\nb"|c', '3|d|"e\r\nf\rg"', '6|h']],
  ['a quote that nobody closes', 'a\n"b\nc\n', ['1|a', '2|"b\nc\n"|open-quote']],
  ['a lone return', 'a\nb\rc\nd', ['1|a', '2|b\rc|stray-return', '4|d']],
  ['CRLF after LF', 'a\nb\r\nc', ['1|a', '2|b\r|stray-return', '3|c']],
  ['LF after CRLF', 'a\r\nb\nc\r\n', ['1|a', '2|b|stray-newline', '3|c']],
  ['a return at the end of lines in LF', 'a\nb\r', ['1|a', '2|b\r|stray-return']],
  ['a zero byte', 'a\nb\0,c\n', ['1|a', '2|b\0|c|zero-byte']],
])('%s', (_, text, expected) => {
  expect(recordsOf(text).map(shown)).toEqual(expected);
  expect(recordsOf(text, 1).map(shown)).toEqual(expected);
});

test.each([
  ['\\.\n', true],
  ['\\.', true],
  ['\\.\r\n', true],
  ['"\\."\n', false],
  ['\\.x\n', false],
  ['x\\.\n', false],
  ['\\\n', false],
  ['\\\n.\n', false],
])('%j as the end of the data: %s', (text, expected) => {
  expect(recordsOf(text)[0]?.isEndMark).toBe(expected);
  expect(recordsOf(text, 1)[0]?.isEndMark).toBe(expected);
});

test('any values come back, however they are cut into pieces', () => {
  const value = fc.string({ unit: fc.constantFrom('a', 'é', '🐘', '"', ',', '\n', '\r', ' ', '\\', '.') });
  const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(rows, lineEnd, fc.integer({ min: 1, max: 9 }), (values, end, pieceBytes) => {
      const text = values
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + end)
        .join('');
      const records = recordsOf(text, pieceBytes);
      const read = records.map((record) => readCsvFields(record, dialect, 'UTF8').map((field) => field.text));
      expect(read).toEqual(values);
      const lineOf = (record: CsvRecord) =>
        text.slice(0, text.indexOf(decode(record), 0)).split(/\r\n|\r|\n/).length;
      if (records[0] !== undefined) expect(records[0].line).toBe(lineOf(records[0]));
    }),
  );
});

const decode = ({ bytes }: CsvRecord) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
