import type { RowCount } from '../../shared/contract/operations.ts';
import type { DatabaseRowCount } from './count-rows.ts';

/** All databases of a server as one figure. */
export function sumRowCounts(databases: readonly DatabaseRowCount[]): RowCount {
  return databases.reduce<RowCount>(
    (sum, { rows, tables, exact }) => ({
      rows: sum.rows + rows,
      tables: sum.tables + tables,
      exact: sum.exact && exact,
    }),
    { rows: 0, tables: 0, exact: true },
  );
}
