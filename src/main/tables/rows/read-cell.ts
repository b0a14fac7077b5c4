import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { ParameterWriter } from './parameter-writer.ts';
import { locatorName, locatorSql } from './row-locator.ts';
import { tableFailure } from './table-failure.ts';

interface CellPiece {
  text: string | null;
  /** Null: that was all. */
  nextOffset: number | null;
}

interface CellPlace {
  locator: string;
  column: string;
  /** In characters. */
  offset: number;
}

const pieceLength = 1_000_000;
const plainTexts = new Set(['text', 'character varying']);

/**
 * A piece of one value as text, of at most a million characters; of bytes as `\x` and hexadecimal digits.
 * @throws ServerFailure, AppFailure `not-found` when the row is gone, `database-error` when the column is
 */
export async function readCell(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  { locator, column, offset }: CellPlace,
): Promise<CellPiece> {
  const castType = facts.castTypeOf(column);
  if (castType === undefined) throw tableFailure('42703', `column "${column}" does not exist`);
  const writer = new ParameterWriter(facts.relation.name);
  const found = locatorSql(facts, locator, writer);
  const value = writer.column(column);
  const pieces = castType === 'bytea' ? bytePieces(offset) : textPieces(offset);
  const { rows } = await session.query(
    `SELECT ${pieces} FROM (SELECT ${wholeText(value, castType)} AS value FROM ${facts.sqlName} WHERE ${found}
      LIMIT 1) AS cell`,
    writer.values,
  );
  const [row] = rows;
  if (row === undefined) throw new AppFailure({ code: 'not-found', kind: 'row', name: locatorName(locator) });
  const [text = null, goesOn] = row;
  return { text, nextOffset: goesOn === 't' ? offset + pieceLength : null };
}

/** Text and bytes are cut from where they are stored, without reading all of it; all else is printed first. */
function wholeText(value: string, castType: string): string {
  if (castType === 'bytea') return `${value}::bytea`;
  if (plainTexts.has(castType)) return value;
  return `CASE WHEN num_nulls(${value}) = 0 THEN concat(${value}) END`;
}

function textPieces(offset: number): string {
  return `substr(value, ${offset + 1}, ${pieceLength}), substr(value, ${offset + pieceLength + 1}, 1) <> ''`;
}

/** Two digits for each byte, behind the two characters of `\x`. */
function bytePieces(offset: number): string {
  const first = Math.max(0, Math.floor((offset - 2) / 2));
  const length = pieceLength / 2 + 1;
  const digits = `encode(substring(value FROM ${first + 1} FOR ${length}), 'hex')`;
  const behind = offset < 2 ? `substr('\\x' || ${digits}, ${offset + 1}, ${pieceLength})` : null;
  const text = behind ?? `substr(${digits}, ${((offset - 2) % 2) + 1}, ${pieceLength})`;
  return `${text}, octet_length(value) * 2 + 2 > ${offset + pieceLength}`;
}
