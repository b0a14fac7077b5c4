import type { FilterCondition, RowFilter } from '../../../../../shared/contract/table-rows.ts';

/** Which part of a filter an error of the server is about; `filter`: it cannot be told. */
export type FailedPart = FilterCondition | 'where' | 'filter';

/**
 * The server tells a wrong value by quoting it, and columns that are not there only of what the person wrote: columns of
 * conditions are known to be there.
 */
export function failedPart({ conditions, where }: RowFilter, reason: string, sqlState: string): FailedPart {
  if (conditions.length === 0) return 'where';
  const [first, second] = conditions;
  if (where === '' && first !== undefined && second === undefined) return first;
  if (where !== '' && sqlState.startsWith('42')) return 'where';
  const quoted = conditions.filter(({ values }) => values.some((value) => reason.includes(`"${value}"`)));
  const [found, ...more] = quoted;
  return found === undefined || more.length > 0 ? 'filter' : found;
}
