import type { RowOrder } from '../../../../../shared/contract/table-rows.ts';

/** As the contract says. */
const mostColumns = 8;

/**
 * What a click on a column's head makes of the order: ascending, descending, as before. `additive`: beside the columns
 * that are in it already, else in their place.
 */
export function cycleOrder(order: RowOrder, column: string, additive: boolean): RowOrder {
  const found = order.find((one) => one.column === column);
  const others = additive ? order.filter((one) => one.column !== column) : [];
  if (found === undefined) {
    return others.length < mostColumns ? [...others, { column, descending: false }] : order;
  }
  if (found.descending) return others;
  const turned = { column, descending: true };
  return additive ? order.map((one) => (one.column === column ? turned : one)) : [turned];
}
