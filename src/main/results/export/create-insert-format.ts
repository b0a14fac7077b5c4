import { uniqueNames } from '../../../shared/results/unique-names.ts';
import { valueKind } from '../../../shared/results/value-kind.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { type ByteSink, createEscapes } from './byte-sink.ts';
import { isFiniteNumber } from './is-finite-number.ts';
import type { ExportColumn, RowFormat } from './row-format.ts';

const rowsPerStatement = 500;
const quote = 0x27;
const letterE = 0x45;
const letterT = 0x74;
const words = { null: Buffer.from('NULL'), true: Buffer.from('true'), false: Buffer.from('false') };
const separator = Buffer.from(', ');
const backslash = createEscapes([[0x5c, '']]);
const doubled = createEscapes([
  [quote, "''"],
  [0x5c, '\\\\'],
]);

export interface InsertTarget {
  /** Quoted. */
  sqlName: string;
  /** Values are given for identity columns that take none otherwise (GENERATED ALWAYS). */
  overridesIdentity?: boolean;
}

/**
 * INSERT statements of up to 500 rows. Literals are written as `quote_literal` does, E'…' where there is a backslash:
 * they mean the same whatever `standard_conforming_strings` is. Names that stand twice are numbered (`id`, `id_2`).
 */
export function createInsertFormat(
  columns: readonly ExportColumn[],
  { sqlName, overridesIdentity = false }: InsertTarget,
): RowFormat {
  const kinds = columns.map(({ typeOid }) => valueKind(typeOid));
  const names = uniqueNames(columns.map(({ name }) => name)).map(quoteIdentifier);
  const into = `INSERT INTO ${sqlName}`;
  const overriding = overridesIdentity ? ' OVERRIDING SYSTEM VALUE' : '';
  const hasColumns = columns.length > 0;
  const firstRow = Buffer.from(
    hasColumns ? `${into} (${names.join(', ')})${overriding} VALUES\n(` : `${into} DEFAULT VALUES;\n`,
  );
  const nextRow = Buffer.from(',\n(');
  const endOfStatement = Buffer.from(';\n');
  const separate = (sink: ByteSink, column: number): void => {
    if (column > 0) sink.add(separator);
  };

  return {
    begin: () => undefined,
    beginRow: (sink, row) => sink.add(!hasColumns || row % rowsPerStatement === 0 ? firstRow : nextRow),
    addNull(sink, column) {
      separate(sink, column);
      sink.add(words.null);
    },
    addValue(sink, column, bytes, start, end) {
      separate(sink, column);
      const kind = kinds[column];
      if (kind === 'boolean') sink.add(bytes[start] === letterT ? words.true : words.false);
      else if (kind === 'number' && isBareNumber(bytes, start, end)) sink.addSlice(bytes, start, end);
      else addLiteral(sink, bytes, start, end);
    },
    beginLong(sink, column) {
      separate(sink, column);
      sink.addByte(letterE);
      sink.addByte(quote);
    },
    addPiece: (sink, _column, bytes) => sink.addEscaped(bytes, 0, bytes.length, doubled),
    endLong: (sink) => sink.addByte(quote),
    endRow(sink, row) {
      if (!hasColumns) return;
      sink.addByte(0x29);
      if (row % rowsPerStatement === rowsPerStatement - 1) sink.add(endOfStatement);
    },
    end(sink, rowCount) {
      if (hasColumns && rowCount % rowsPerStatement > 0) sink.add(endOfStatement);
    },
  };
}

/** A bare -0 would be the integer 0; in quotes a float keeps its sign. */
function isBareNumber(bytes: Uint8Array, start: number, end: number): boolean {
  const isMinusZero = end - start === 2 && bytes[start] === 0x2d && bytes[start + 1] === 0x30;
  return isFiniteNumber(bytes, end) && !isMinusZero;
}

function addLiteral(sink: ByteSink, bytes: Uint8Array, start: number, end: number): void {
  const mark = sink.length;
  const hasBackslash = !sink.addPlain(bytes, start, end, backslash);
  sink.cutTo(mark);
  if (hasBackslash) sink.addByte(letterE);
  sink.addByte(quote);
  sink.addEscaped(bytes, start, end, doubled);
  sink.addByte(quote);
}
