import type { OrderColumn } from './order-column.ts';

/** The same rows from the last to the first. */
export function reversedOrder(columns: readonly OrderColumn[]): OrderColumn[] {
  return columns.map((column) => ({ ...column, descending: !column.descending }));
}
