import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { FilterCondition, RowFilter } from '../../../../../shared/contract/table-rows.ts';
import { filterOperators } from '../../../../../shared/tables/filter-operators.ts';

/** Rows with this value in a column, or those without it; null: it cannot be compared (only its beginning is known). */
export function valueCondition(
  { name, valueType }: Pick<RelationColumn, 'name' | 'valueType'>,
  value: Cell,
  exclude: boolean,
): FilterCondition | null {
  const bare = (operator: FilterCondition['operator']) => ({ column: name, operator, values: [] });
  if (value === null) return bare(exclude ? 'is-not-null' : 'is-null');
  if (typeof value !== 'string') return null;
  if (valueType === 'boolean') return bare((value === 't') === exclude ? 'is-false' : 'is-true');
  const operator = exclude ? 'differs' : 'equals';
  return filterOperators(valueType).includes(operator) ? { column: name, operator, values: [value] } : null;
}

/** Adds a condition that must hold, too; null: it cannot, as only one of those that are there must hold. */
export function addCondition(filter: RowFilter, condition: FilterCondition): RowFilter | null {
  const wanted = JSON.stringify(condition);
  if (filter.conditions.some((one) => JSON.stringify(one) === wanted)) return filter;
  if (filter.match === 'any' && filter.conditions.length > 1) return null;
  return { ...filter, match: 'all', conditions: [...filter.conditions, condition] };
}

export function removeCondition(filter: RowFilter, index: number): RowFilter {
  return { ...filter, conditions: filter.conditions.filter((_, at) => at !== index) };
}
