import type { FilterOperator } from '../contract/table-rows.ts';

/** How many values an operator compares with; `many`: at least one. */
export function filterValueCount(operator: FilterOperator): 0 | 1 | 2 | 'many' {
  switch (operator) {
    case 'is-null':
    case 'is-not-null':
    case 'is-true':
    case 'is-false':
      return 0;
    case 'between':
      return 2;
    case 'in':
      return 'many';
    case 'equals':
    case 'differs':
    case 'less':
    case 'at-most':
    case 'more':
    case 'at-least':
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
    case 'holds':
      return 1;
  }
}
