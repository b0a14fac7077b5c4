import { expect, test } from 'vitest';
import { type CsvGuess, detectCsv } from './detect-csv.ts';
import { readCsvPreview } from './read-csv-preview.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const usual: CsvGuess = { encoding: 'UTF8', delimiter: ',', quote: '"', header: false, nullText: '' };
const names = ['id', 'name', 'created_at'];

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

test.each<[string, Uint8Array, Partial<CsvGuess>]>([
  ['nothing', new Uint8Array(), {}],
  ['names of the table', utf8('Name,ID\nx,y\n'), { header: true }],
  ['no names', utf8('1,Ana,2026-01-01\n2,Budi,2026-01-02\n'), {}],
  ['values of other kinds below', utf8('nummer,wer\n1,Ana\n2,Budi\n'), { header: true }],
  ['texts only, of a table whose names are others', utf8('Ana,x\nBudi,y\n'), {}],
  ['semicolons and decimal commas', utf8('name;price\na;1,5\nb;2,25\n'), { delimiter: ';', header: true }],
  ['tabs with commas in texts', utf8('1\ta, b\n2\tc\n'), { delimiter: '\t' }],
  ['bars', utf8('1|a\n2|b\n'), { delimiter: '|' }],
  ['delimiters in quotes', utf8('1;"a,b,c"\n2;"d,e"\n'), { delimiter: ';' }],
  ['one column', utf8('id\n1\n2\n'), { header: true }],
  ['apostrophes as quotes', utf8("'a','b, c'\n'd','e'\n"), { quote: "'" }],
  ['apostrophes in texts', utf8("it's,b\nthat's,c\n"), {}],
  ['a text for NULL', utf8('1,\\N\n2,x\n'), { nullText: '\\N' }],
  ['a word for NULL, quoted', utf8('1,"NULL"\n2,x\n'), {}],
  ['a byte order mark', utf8('\ufeffid,name\n1,x\n'), { header: true }],
  [
    'UTF-16 with a mark',
    utf16('\ufeffid;name\n1;é\n', true),
    { encoding: 'UTF16LE', delimiter: ';', header: true },
  ],
  [
    'UTF-16 of the other order',
    utf16('\ufeffid\tname\r\n1\té\r\n', false),
    { encoding: 'UTF16BE', delimiter: '\t', header: true },
  ],
  ['UTF-16 without a mark', utf16('id,name\n1,x\n', true), { encoding: 'UTF16LE', header: true }],
  ['a single-byte encoding', Uint8Array.from([0x31, 0x2c, 0xe9, 0x0a]), { encoding: 'WIN1252' }],
  ['a character that is cut off', utf8('1,é').subarray(0, 3), {}],
])('%s', (_, bytes, expected) => {
  expect(detectCsv(bytes, { columnNames: names })).toEqual({ ...usual, ...expected });
});

test('a preview leaves out what is cut off, and says so of an open quote', () => {
  const options = { ...usual, isWhole: false };
  const preview = (text: string, isWhole: boolean) => readCsvPreview(utf8(text), { ...options, isWhole }, 10);
  expect(preview('a,b\nc,"d', false)).toEqual({
    records: [
      {
        line: 1,
        fields: [
          { text: 'a', quoted: false },
          { text: 'b', quoted: false },
        ],
      },
    ],
    openQuote: false,
  });
  expect(preview('a,b\nc,"d', true)).toMatchObject({ records: [{}, { line: 2 }], openQuote: true });
  expect(readCsvPreview(utf8('a\nb\nc\n'), options, 2).records).toHaveLength(2);
});

test('values are read in the encoding of the file', () => {
  const fields = (bytes: Uint8Array, encoding: CsvGuess['encoding']) =>
    readCsvPreview(bytes, { ...usual, encoding, isWhole: true }, 1).records[0]?.fields[0]?.text;
  expect(fields(Uint8Array.from([0x80, 0xff]), 'WIN1252')).toBe('€ÿ');
  expect(fields(Uint8Array.from([0xa4, 0xff]), 'LATIN9')).toBe('€ÿ');
  expect(fields(Uint8Array.from([0x80, 0xff]), 'LATIN1')).toBe('\u0080ÿ');
  expect(fields(utf16('\ufeffä', false), 'UTF16BE')).toBe('ä');
});
