import { type FetchedRow, fetchRows, type RowSource } from './fetch-rows.ts';
import { keysetRuns } from './keyset-runs.ts';
import { keysetSql } from './keyset-sql.ts';
import type { OrderColumn } from './order-column.ts';
import { reversedOrder } from './reversed-order.ts';
import type { SqlWriter } from './sql-writer.ts';

/**
 * Rows in an order that has each at a place of its own, behind the values of one row; null: from the beginning.
 * Backwards they are read from that row, or the end, towards the beginning, and come in that order.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function fetchByKey(
  source: RowSource,
  columns: readonly OrderColumn[],
  {
    backwards,
    values,
    limit,
  }: { backwards: boolean; values: readonly (string | null)[] | null; limit: number },
): Promise<FetchedRow[]> {
  const order = backwards ? reversedOrder(columns) : columns;
  if (values === null) return fetchRows(source, { conditions: () => [], order, limit });
  const rows: FetchedRow[] = [];
  for (const run of keysetRuns(order, values)) {
    const left = limit - rows.length;
    if (left === 0) break;
    const conditions = (writer: SqlWriter): string[] => keysetSql(run, writer);
    rows.push(...(await fetchRows(source, { conditions, order, limit: left })));
  }
  return rows;
}
