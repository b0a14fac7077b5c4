import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type {
  FilterCondition,
  FilterOperator,
  RowFilter,
} from '../../../../../shared/contract/table-rows.ts';
import { filterOperators } from '../../../../../shared/tables/filter-operators.ts';
import { filterValueCount } from '../../../../../shared/tables/filter-value-count.ts';
import { hasWhere } from '../../../../../shared/tables/has-where.ts';
import { listText, listValues } from './list-values.ts';

/** A condition as it stands in its fields; values of `in` are typed in one field. */
export interface ConditionDraft {
  column: string;
  operator: FilterOperator;
  typed: readonly string[];
}

/** A filter while it is being typed. */
export interface FilterDraft {
  match: RowFilter['match'];
  conditions: readonly ConditionDraft[];
  where: string;
}

export const draftOf = ({ match, conditions, where }: RowFilter): FilterDraft => ({
  match,
  where,
  conditions: conditions.map(({ column, operator, values }) => ({
    column,
    operator,
    typed: operator === 'in' ? [listText(values)] : values,
  })),
});

export const conditionOf = ({ name, valueType }: RelationColumn): ConditionDraft => ({
  column: name,
  operator: filterOperators(valueType)[0] ?? 'is-null',
  typed: [''],
});

/** How many fields an operator has. */
export function fieldCount(operator: FilterOperator): number {
  const count = filterValueCount(operator);
  return count === 'many' ? 1 : count;
}

/** Another operator keeps what was typed, as far as it has fields for it. */
export const withOperator = (draft: ConditionDraft, operator: FilterOperator): ConditionDraft => ({
  ...draft,
  operator,
  typed: Array.from({ length: Math.max(1, fieldCount(operator)) }, (_, index) => draft.typed[index] ?? ''),
});

/** Another column keeps the operator where it has it. */
export function withColumn(draft: ConditionDraft, column: RelationColumn): ConditionDraft {
  const offered = filterOperators(column.valueType);
  const operator = offered.includes(draft.operator) ? draft.operator : conditionOf(column).operator;
  return { ...withOperator(draft, operator), column: column.name };
}

/** A value is missing; an empty text is one only where the column holds texts. */
export function isIncomplete(
  { operator, typed }: ConditionDraft,
  column: RelationColumn | undefined,
): boolean {
  if (operator === 'in') return listValues(typed[0] ?? '').length === 0;
  const takesEmpty = column?.valueType === 'text' && (operator === 'equals' || operator === 'differs');
  return (
    !takesEmpty &&
    Array.from({ length: fieldCount(operator) }).some((_, index) => (typed[index] ?? '') === '')
  );
}

/** Nothing is typed in a condition that asks for a value: it asks for nothing. */
const isBlank = ({ operator, typed }: ConditionDraft): boolean =>
  fieldCount(operator) > 0 && typed.every((text) => text.trim() === '');

/** Conditions in which nothing is typed are left out where something else is asked for. */
export function withoutBlank(draft: FilterDraft): FilterDraft {
  const conditions = draft.conditions.filter((one) => !isBlank(one));
  return conditions.length > 0 || hasWhere(draft.where) ? { ...draft, conditions } : draft;
}

/** What a condition asks for. */
export const askedOf = ({ column, operator, typed }: ConditionDraft): FilterCondition => ({
  column,
  operator,
  values: operator === 'in' ? listValues(typed[0] ?? '') : typed.slice(0, fieldCount(operator)),
});

/** What is asked for. */
export const filterOf = ({ match, conditions, where }: FilterDraft): RowFilter => ({
  match,
  where: hasWhere(where) ? where : '',
  conditions: conditions.map(askedOf),
});
