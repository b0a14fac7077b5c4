import { filterWhereProblem, type WhereProblem } from '../../../../../shared/tables/filter-where-problem.ts';

/** What is wrong with a typed expression before the server is asked; null: nothing is, or nothing is typed. */
export const whereProblem = (where: string): WhereProblem | null =>
  where.trim() === '' ? null : filterWhereProblem(where);
