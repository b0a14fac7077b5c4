import type { Cell } from '../../shared/contract/results.ts';
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
/** Their length is known, and their beginning read, without reading all of a value that is stored apart. */
const plainTexts = new Set(['text', 'character varying']);

/**
 * Values come as the server prints them, which a cast to text does not always do: `true` for `t`, `10.0.0.1/32` for
 * `10.0.0.1`, `character` without its blanks. `alias` is what the statement calls the relation, ready for SQL.
 */
export function rowSelectList(facts: RelationFacts, alias: string): RowSelectList {
  const { columns } = facts.relation;
  const isWide = columns.map(({ name }) => facts.isWide(name));
  const parts = columns.map(({ name, valueType }, at) => {
    const value = `${alias}.${quoteIdentifier(name)}`;
    if (isWide[at] !== true) return value;
    if (valueType === 'bytea') return wideBytes(value);
    return plainTexts.has(facts.castTypeOf(name) ?? '') ? wideText(value) : wideOther(value);
  });
  return {
    sql: parts.join(', '),
    fieldCount: parts.length,
    cellsOf: (fields, from) =>
      isWide.map((wide, at) => {
        const text = fields[from + at] ?? null;
        return wide && text !== null ? readWide(text) : text;
      }),
  };
}

/** A colon before a whole value; before a beginning the whole length, too. */
function readWide(text: string): Cell {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  return colon === 0 ? rest : { start: rest, lengthBytes: Number(text.slice(0, colon)) };
}

function wideText(value: string): string {
  return wide(`octet_length(${value})`, `left(${value}, ${startLength})`, value);
}

function wideBytes(value: string): string {
  const start = `substring(${value} FROM 1 FOR ${startLength / 2 - 1})::text`;
  return wide(`octet_length(${value}) * 2 + 2`, start, `${value}::text`);
}

/** `OFFSET 0` keeps the planner from printing it again wherever it is named. A row of NULLs is no NULL to `num_nulls`. */
function wideOther(value: string): string {
  const text = 'printed.value';
  return `(SELECT ${wide(`octet_length(${text})`, `left(${text}, ${startLength})`, text)}
    FROM (SELECT CASE WHEN num_nulls(${value}) = 0 THEN concat(${value}) END AS value OFFSET 0) AS printed)`;
}

function wide(length: string, start: string, whole: string): string {
  return `CASE WHEN ${length} > ${wholeBytes} THEN ${length} || ':' || ${start} ELSE ':' || ${whole} END`;
}
