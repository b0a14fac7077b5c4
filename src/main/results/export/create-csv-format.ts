import type { ExportFormat } from '../../../shared/contract/results.ts';
import { valueKind } from '../../../shared/results/value-kind.ts';
import { type ByteSink, createEscapes } from './byte-sink.ts';
import type { ExportColumn, RowFormat } from './row-format.ts';

export type CsvOptions = Omit<Extract<ExportFormat, { format: 'csv' }>, 'format'>;

const quote = 0x22;
const apostrophe = 0x27;
const lineEnd = 0x0a;
const formulaStarts: ReadonlySet<number | undefined> = new Set(Buffer.from('=+-@\t\r'));
const doubledQuotes = createEscapes([[quote, '""']]);
const loneEndMark = Buffer.from('\\.');

/**
 * What `\copy … csv` of psql writes: lines end in LF, a value is quoted only when it has to be, and one that reads like
 * NULL is quoted, so that NULL is told from "", unless what stands for NULL needs quotes itself. Values that come in
 * pieces are always quoted. Numbers are no formulas.
 * https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export function createCsvFormat(columns: readonly ExportColumn[], options: CsvOptions): RowFormat {
  const delimiter = options.delimiter.charCodeAt(0);
  const nullText = Buffer.from(options.nullText);
  const special = createEscapes([quote, lineEnd, 0x0d, delimiter].map((byte) => [byte, '']));
  const breaksLine = nullText.some((byte) => special.isEscaped[byte] === 1);
  const writtenNull = breaksLine ? Buffer.from(`"${options.nullText.replaceAll('"', '""')}"`) : nullText;
  const mayBeFormula = columns.map(
    ({ typeOid }) => options.escapeFormulas && valueKind(typeOid) !== 'number',
  );
  let isFirstPiece = false;

  const addText = (
    sink: ByteSink,
    bytes: Uint8Array,
    start: number,
    end: number,
    isFormula: boolean,
  ): void => {
    const mustQuote =
      equals(bytes, start, end, nullText) || (columns.length === 1 && equals(bytes, start, end, loneEndMark));
    const mark = sink.length;
    if (!mustQuote) {
      if (isFormula) sink.addByte(apostrophe);
      if (sink.addPlain(bytes, start, end, special)) return;
      sink.cutTo(mark);
    }
    sink.addByte(quote);
    if (isFormula) sink.addByte(apostrophe);
    sink.addEscaped(bytes, start, end, doubledQuotes);
    sink.addByte(quote);
  };
  const separate = (sink: ByteSink, column: number): void => {
    if (column > 0) sink.addByte(delimiter);
  };

  return {
    begin(sink) {
      if (!options.header) return;
      for (const [column, { name }] of columns.entries()) {
        const bytes = Buffer.from(name);
        separate(sink, column);
        addText(sink, bytes, 0, bytes.length, options.escapeFormulas && formulaStarts.has(bytes[0]));
      }
      sink.addByte(lineEnd);
    },
    beginRow: () => undefined,
    addNull(sink, column) {
      separate(sink, column);
      sink.add(writtenNull);
    },
    addValue(sink, column, bytes, start, end) {
      separate(sink, column);
      const isFormula = start < end && mayBeFormula[column] === true && formulaStarts.has(bytes[start]);
      addText(sink, bytes, start, end, isFormula);
    },
    beginLong(sink, column) {
      separate(sink, column);
      sink.addByte(quote);
      isFirstPiece = true;
    },
    addPiece(sink, column, bytes) {
      if (isFirstPiece && mayBeFormula[column] === true && formulaStarts.has(bytes[0]))
        sink.addByte(apostrophe);
      isFirstPiece = false;
      sink.addEscaped(bytes, 0, bytes.length, doubledQuotes);
    },
    endLong: (sink) => sink.addByte(quote),
    endRow: (sink) => sink.addByte(lineEnd),
    end: () => undefined,
  };
}

function equals(bytes: Uint8Array, start: number, end: number, other: Uint8Array): boolean {
  if (end - start !== other.length) return false;
  for (let at = 0; at < other.length; at += 1) if (bytes[start + at] !== other[at]) return false;
  return true;
}
