import { type FetchedRow, fetchRows, type RowSource } from './fetch-rows.ts';
import type { SqlWriter } from './sql-writer.ts';
import { type BlockWindow, storedWindows } from './stored-windows.ts';

interface StoredWish {
  backwards: boolean;
  /** Behind or, backwards, before this one; null: from the first or the last. */
  ctid: string | null;
  /** How many blocks the table has. */
  blocks: number;
  limit: number;
}

const mostBlocks = 4_294_967_295;

/**
 * Rows as they lie in the table's blocks. Only a sort makes sure of that, whatever plan a filter gets, so it is done
 * window by window. Backwards they come from the last to the first.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function fetchStored(source: RowSource, wish: StoredWish): Promise<FetchedRow[]> {
  const { backwards, ctid, blocks, limit } = wish;
  const filtered = source.filter.conditions.length > 0 || source.filter.where !== '';
  const rows: FetchedRow[] = [];
  for (const window of storedWindows(startOf(wish), blocks, { backwards, filtered })) {
    const left = limit - rows.length;
    if (left === 0) break;
    const conditions = (writer: SqlWriter): string[] => [
      ...windowSql(window, writer),
      ...(ctid === null ? [] : [`${writer.place()} ${backwards ? '<' : '>'} ${writer.value(ctid, 'tid')}`]),
    ];
    const order = [{ name: null, descending: backwards, mayBeNull: false, castType: 'tid' }];
    rows.push(...(await fetchRows(source, { conditions, order, limit: left })));
  }
  return rows;
}

function startOf({ backwards, ctid, blocks }: StoredWish): number {
  const block = ctid === null ? null : Number(ctid.slice(1, ctid.indexOf(',')));
  if (!backwards) return block ?? 0;
  return block === null ? blocks : Math.min(block + 1, blocks);
}

function windowSql({ from, to }: BlockWindow, writer: SqlWriter): string[] {
  const bound = (sign: string, block: number) =>
    `${writer.place()} ${sign} ${writer.value(`(${block},0)`, 'tid')}`;
  return [bound('>=', from), ...(to === null || to > mostBlocks ? [] : [bound('<', to)])];
}
