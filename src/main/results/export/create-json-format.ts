import { uniqueNames } from '../../../shared/results/unique-names.ts';
import { type ValueKind, valueKind } from '../../../shared/results/value-kind.ts';
import { type ByteSink, createEscapes } from './byte-sink.ts';
import { isFiniteNumber } from './is-finite-number.ts';
import type { ExportColumn, RowFormat } from './row-format.ts';

const quote = 0x22;
const letterT = 0x74;
const words = { null: Buffer.from('null'), true: Buffer.from('true'), false: Buffer.from('false') };

const controls = Array.from({ length: 0x20 }, (_, byte): [number, string] => [
  byte,
  JSON.stringify(String.fromCharCode(byte)).slice(1, -1),
]);
const inText = createEscapes([...controls, [quote, '\\"'], [0x5c, '\\\\']]);
/** Between the tokens of a `json` only: in its strings they are escaped already. */
const lineEnds = createEscapes([
  [0x0a, ' '],
  [0x0d, ' '],
]);

/**
 * One object per row: `lines` one below the other, else all in an array. Names that stand twice are numbered (`id`,
 * `id_2`), numbers keep every digit (`NaN` and infinities are texts), `json` and `jsonb` stand as they are.
 */
export function createJsonFormat(columns: readonly ExportColumn[], { lines }: { lines: boolean }): RowFormat {
  const names = uniqueNames(columns.map(({ name }) => name));
  const prefixes = names.map((name, column) =>
    Buffer.from(`${column > 0 ? ',' : ''}${JSON.stringify(name)}:`),
  );
  const kinds = columns.map(({ typeOid }) => valueKind(typeOid));
  const prefix = (sink: ByteSink, column: number): void => {
    const bytes = prefixes[column];
    if (bytes !== undefined) sink.add(bytes);
  };
  const isBare = (column: number): boolean => kinds[column] === 'json';

  return {
    begin: (sink) => (lines ? undefined : sink.add(Buffer.from('['))),
    beginRow(sink, row) {
      if (!lines) sink.add(Buffer.from(row > 0 ? ',\n{' : '\n{'));
      else sink.addByte(0x7b);
    },
    addNull(sink, column) {
      prefix(sink, column);
      sink.add(words.null);
    },
    addValue(sink, column, bytes, start, end) {
      prefix(sink, column);
      addValue(sink, kinds[column] ?? 'text', bytes, start, end);
    },
    beginLong(sink, column) {
      prefix(sink, column);
      if (!isBare(column)) sink.addByte(quote);
    },
    addPiece: (sink, column, bytes) =>
      sink.addEscaped(bytes, 0, bytes.length, isBare(column) ? lineEnds : inText),
    endLong: (sink, column) => (isBare(column) ? undefined : sink.addByte(quote)),
    endRow: (sink) => sink.add(Buffer.from(lines ? '}\n' : '}')),
    end: (sink, rowCount) => (lines ? undefined : sink.add(Buffer.from(rowCount > 0 ? '\n]\n' : ']\n'))),
  };
}

function addValue(sink: ByteSink, kind: ValueKind, bytes: Uint8Array, start: number, end: number): void {
  if (kind === 'json') sink.addEscaped(bytes, start, end, lineEnds);
  else if (kind === 'boolean') sink.add(bytes[start] === letterT ? words.true : words.false);
  else if (kind === 'number' && isFiniteNumber(bytes, end)) sink.addSlice(bytes, start, end);
  else {
    sink.addByte(quote);
    sink.addEscaped(bytes, start, end, inText);
    sink.addByte(quote);
  }
}
