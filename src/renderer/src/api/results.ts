import type { Cell } from '../../../shared/contract/results.ts';
import { client } from './client.ts';
import type { AskExport } from './export-file.ts';

export interface CellPlace {
  row: number;
  column: number;
}

export interface FindWish {
  text: string;
  /** The search begins at this cell, itself included. */
  from: CellPlace;
  backwards: boolean;
}

/** Rows `from`…; fewer than `count` where they are large. */
export async function readResultRows(
  resultId: string,
  from: number,
  count: number,
  signal: AbortSignal,
): Promise<Cell[][]> {
  const { rows } = await client.results.page({ resultId, from, count }, { signal });
  return rows;
}

/** The pieces of one value as text, each read when the one before was taken; none for NULL. */
export async function* readResultCell(
  resultId: string,
  { row, column }: CellPlace,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { text: string | null; nextOffset: number | null } = await client.results.cell(
      { resultId, row, column, offset },
      { signal },
    );
    if (piece.text !== null) yield piece.text;
    offset = piece.nextOffset;
  }
}

export const findInResult = (resultId: string, { text, from, backwards }: FindWish, signal: AbortSignal) =>
  client.results.find({ resultId, text, ...from, backwards }, { signal });

/** Writes all rows of a result to a file. */
export const exportResult =
  (resultId: string): AskExport =>
  (wish, signal) =>
    client.results.export({ resultId, ...wish }, { signal });
