import type { OrderColumn } from './order-column.ts';
import type { SqlWriter } from './sql-writer.ts';

/** What stands behind ORDER BY. */
export function orderSql(columns: readonly OrderColumn[], writer: SqlWriter): string {
  return columns
    .map((column) => `${columnSql(column, writer)}${column.descending ? ' DESC' : ''}`)
    .join(', ');
}

export function columnSql({ name }: Pick<OrderColumn, 'name'>, writer: SqlWriter): string {
  return name === null ? writer.place() : writer.column(name);
}
