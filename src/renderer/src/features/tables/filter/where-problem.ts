import { filterWhereProblem, type WhereProblem } from '../../../../../shared/tables/filter-where-problem.ts';
import { hasWhere } from '../../../../../shared/tables/has-where.ts';

/** What is wrong with a typed expression before the server is asked; null: nothing is, or nothing is typed. */
export const whereProblem = (where: string): WhereProblem | null =>
  hasWhere(where) ? filterWhereProblem(where) : null;
