import type { ValueType } from '../contract/relations.ts';
import type { FilterOperator } from '../contract/table-rows.ts';

const nulls = ['is-null', 'is-not-null'] as const;
const order = ['less', 'at-most', 'more', 'at-least', 'between'] as const;
const textual = ['contains', 'starts-with', 'ends-with', 'matches'] as const;
const numbers = ['equals', 'differs', ...order, 'in', 'contains', 'starts-with', ...nulls] as const;
const times = ['equals', 'differs', ...order, 'in', 'starts-with', ...nulls] as const;

const operators: Record<ValueType, readonly FilterOperator[]> = {
  boolean: ['is-true', 'is-false', ...nulls],
  integer: numbers,
  number: numbers,
  text: ['equals', 'differs', ...textual, 'in', ...order, ...nulls],
  enum: ['equals', 'differs', 'in', ...order, 'contains', ...nulls],
  date: times,
  time: times,
  timestamp: times,
  interval: ['equals', 'differs', ...order, ...nulls],
  json: ['holds', 'equals', 'differs', 'contains', 'matches', ...nulls],
  array: ['holds', 'equals', 'differs', 'contains', ...nulls],
  bytea: ['equals', 'differs', 'starts-with', 'contains', ...nulls],
  uuid: ['equals', 'differs', 'in', 'starts-with', 'contains', ...nulls],
  other: ['equals', 'differs', 'in', ...textual, ...nulls],
};

/** What a column with values of this type can be asked, the most usual first. */
export function filterOperators(type: ValueType): readonly FilterOperator[] {
  return operators[type];
}
