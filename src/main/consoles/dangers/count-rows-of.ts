import type { Danger } from '../../../shared/contract/consoles.ts';
import type { Looks } from './looks.ts';

/**
 * The rows of a query: counted, else as the planner expects them. Null: neither can be had.
 * @param query selects them, without columns
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function countRowsOf(looks: Looks, query: string): Promise<Danger['rows']> {
  const counted = await looks.askLong(`SELECT count(*) FROM (${query}) AS counted`);
  const count = counted?.[0]?.[0];
  if (typeof count === 'string') return { count: Number(count), exact: true };
  const plan = await looks.ask(`EXPLAIN (FORMAT JSON) ${query}`);
  const estimate = plannedRows(plan?.[0]?.[0] ?? '');
  return estimate === null ? null : { count: estimate, exact: false };
}

/** Of the outermost node, which comes first. */
function plannedRows(plan: string): number | null {
  const [, rows] = /"Plan Rows": (\d+)/.exec(plan) ?? [];
  return rows === undefined ? null : Number(rows);
}
