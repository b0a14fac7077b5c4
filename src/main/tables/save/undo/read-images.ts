import type { Cell } from '../../../../shared/contract/results.ts';
import { quoteIdentifier } from '../../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import type { FoundRow } from '../lookup/find-rows.ts';
import { keyOfRow } from '../lookup/key-of-row.ts';
import { rowKeySql } from '../lookup/row-key-sql.ts';
import { unnestTexts } from '../lookup/unnest-texts.ts';
import type { RowImage } from './kept-save.ts';

export interface RowImages {
  images: RowImage[];
  sizeBytes: number;
}

/** Beside the values themselves, what each of them takes in memory. */
const valueBytes = 16;

/** Whole rows, for putting them back. Null: they are more than `limitBytes`, or a long value cannot be found again. */
export async function readImages(
  session: SessionQuery,
  facts: RelationFacts,
  rows: readonly { row: string; found: FoundRow }[],
  limitBytes: number,
): Promise<RowImages | null> {
  let sizeBytes = 0;
  for (const { found } of rows) {
    for (const cell of found.cells) sizeBytes += bytesOf(cell) + valueBytes;
  }
  if (sizeBytes > limitBytes) return null;
  const images: RowImage[] = [];
  for (const { row, found } of rows) {
    const { cells } = found;
    const values = isWhole(cells) ? cells : await wholeValues(session, facts, cells);
    if (values === null) return null;
    images.push({ row, values });
  }
  return { images, sizeBytes };
}

function bytesOf(cell: Cell): number {
  if (cell === null) return 0;
  return typeof cell === 'string' ? cell.length : cell.lengthBytes;
}

async function wholeValues(
  session: SessionQuery,
  facts: RelationFacts,
  cells: readonly Cell[],
): Promise<(string | null)[] | null> {
  const { columns } = facts.relation;
  const cut = columns.filter((_, at) => isCut(cells[at] ?? null));
  const key = keyOfRow(facts.relation, cells);
  if (key === null) return null;
  const { match, names } = rowKeySql(facts);
  const from = unnestTexts(new Map(names.map((name, at) => [name, [key[at] ?? null]])));
  const list = cut.map(({ name }) => `t.${quoteIdentifier(name)}`).join(', ');
  const { rows } = await session.query(
    `SELECT ${list} FROM ${from.sql} JOIN ${facts.sqlName} AS t ON ${match}`,
    from.values,
  );
  const [whole, ...more] = rows;
  if (whole === undefined || more.length > 0) return null;
  const rest = whole.values();
  return cells.map((cell) => (isCut(cell) ? (rest.next().value ?? null) : cell));
}

function isWhole(cells: readonly Cell[]): cells is (string | null)[] {
  return !cells.some(isCut);
}

function isCut(cell: Cell): cell is Exclude<Cell, string | null> {
  return cell !== null && typeof cell === 'object';
}
