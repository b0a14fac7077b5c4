import type { RowFilter } from '../../../../../shared/contract/table-rows.ts';

/** Not all rows are asked for. */
export const isFiltered = ({ conditions, where }: RowFilter): boolean =>
  conditions.length > 0 || where.trim() !== '';
