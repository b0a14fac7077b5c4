import type { Cell } from '../../shared/contract/results.ts';
import type { RelationColumn } from '../../shared/contract/tables.ts';
import { quoteIdentifier } from '../../shared/sql/quote-sql.ts';
import type { RelationFacts } from './relations/relation-facts.ts';

/** The columns of a relation as cells: short values whole, long ones as their beginning and their length. */
export interface RowSelectList {
  /** For SELECT and RETURNING, without names. */
  sql: string;
  /** How many fields it answers. */
  fieldCount: number;
  /** In the order of the relation's columns; the list's first field is the one at `from`. */
  cellsOf(fields: readonly (string | null)[], from: number): Cell[];
}

/** A longer value is not read as a whole. */
const wholeBytes = 10_000;
const startLength = 1000;

/** `alias` is what the statement calls the relation, ready for SQL. */
export function rowSelectList(facts: RelationFacts, alias: string): RowSelectList {
  const parts = facts.relation.columns.map((column) => {
    const value = `${alias}.${quoteIdentifier(column.name)}`;
    return facts.isWide(column.name) ? wideValue(column, value) : [`${value}::text`];
  });
  return {
    sql: parts.flat().join(', '),
    fieldCount: parts.flat().length,
    cellsOf(fields, from) {
      let at = from;
      return parts.map(({ length }) => {
        const cell = readCell(fields[at] ?? null, length > 1 ? (fields[at + 1] ?? null) : null);
        at += length;
        return cell;
      });
    },
  };
}

/** What is read of it, and its length when that is not all. Lengths of texts and bytes are known without reading them. */
function wideValue({ valueType }: RelationColumn, value: string): [string, string] {
  const isBytes = valueType === 'bytea';
  const length = isBytes ? `octet_length(${value}) * 2 + 2` : `octet_length(${value}::text)`;
  const start = isBytes
    ? `substring(${value} FROM 1 FOR ${startLength / 2 - 1})::text`
    : `left(${value}::text, ${startLength})`;
  return [
    `CASE WHEN ${length} > ${wholeBytes} THEN ${start} ELSE ${value}::text END`,
    `CASE WHEN ${length} > ${wholeBytes} THEN ${length} END`,
  ];
}

function readCell(text: string | null, length: string | null): Cell {
  if (text === null || length === null) return text;
  return { start: text, lengthBytes: Number(length) };
}
