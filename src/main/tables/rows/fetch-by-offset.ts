import { countMatching } from './count-matching.ts';
import { type FetchedRow, fetchRows, type RowSource } from './fetch-rows.ts';
import type { OrderColumn } from './order-column.ts';
import { pageRows } from './page-start.ts';

/**
 * Rows of a relation that has nothing to hold on to, so many behind the first; null: the last page, for which they are
 * counted. Two reads may see them in another order.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function fetchByOffset(
  source: RowSource,
  order: readonly OrderColumn[],
  wished: number | null,
): Promise<{ rows: FetchedRow[]; offset: number }> {
  const offset = wished ?? (await lastOffset(source));
  const rows = await fetchRows(source, { conditions: () => [], order, limit: pageRows + 1, offset });
  return { rows, offset };
}

async function lastOffset({ session, facts, filter }: RowSource): Promise<number> {
  const count = await countMatching(session, facts, filter);
  return Math.max(0, Math.ceil(count / pageRows) - 1) * pageRows;
}
