import type { RowOrder } from '../../../shared/contract/table-rows.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import type { OrderColumn } from './order-column.ts';
import { orderedKey } from './ordered-key.ts';
import { tableFailure } from './table-failure.ts';

/**
 * How rows follow each other. `key`: no two at the same place of these columns. `stored`: as they lie in the table's
 * blocks. `none`: beyond the columns (there may be none) the server decides each time.
 */
export type RowOrdering =
  | { sequence: 'key' | 'none'; columns: OrderColumn[] }
  | { sequence: 'stored'; blocks: number };

/**
 * The asked-for order, and what makes it whole. `blocks` is the relation's size; null: its rows have no place of their
 * own.
 * @throws AppFailure `database-error` when there is no such column, or its type has no order
 */
export function rowOrdering(facts: RelationFacts, order: RowOrder, blocks: number | null): RowOrdering {
  const asked = order.filter(({ column }, at) => order.findIndex((one) => one.column === column) === at);
  const descending = asked.at(-1)?.descending ?? false;
  const columns = asked.map((one) => orderColumn(facts, one.column, one.descending));
  const key = orderedKey(facts.relation)?.filter((name) => asked.every(({ column }) => column !== name));
  const place = { name: null, descending, mayBeNull: false, castType: 'tid' };
  if (key !== undefined) {
    // With the direction of the column before it, one comparison and one index do for both.
    columns.push(...key.map((name) => orderColumn(facts, name, descending)));
    // Rows that were told apart when the columns were picked may be equal by now.
    if (facts.relation.identity?.source === 'picked' && blocks !== null) columns.push(place);
    return { sequence: 'key', columns };
  }
  if (blocks === null) return { sequence: 'none', columns };
  if (columns.length === 0) return { sequence: 'stored', blocks };
  return { sequence: 'key', columns: [...columns, place] };
}

function orderColumn(facts: RelationFacts, name: string, descending: boolean): OrderColumn {
  const column = facts.relation.columns.find((one) => one.name === name);
  const castType = facts.castTypeOf(name);
  if (column === undefined || castType === undefined) {
    throw tableFailure('42703', `column "${name}" does not exist`);
  }
  if (!column.canSort) throw tableFailure('42883', `type ${column.type} of column "${name}" has no order`);
  return { name, descending, mayBeNull: facts.mayBeNull(name), castType };
}
