import type { SaveProblem } from '../../../../shared/contract/row-changes.ts';
import type { ServerError, SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { toSqlError } from '../../transactions/to-sql-error.ts';
import type { FailedUnit } from '../write/apply-units.ts';
import type { RowWork } from '../write/row-work.ts';
import { probeValues } from './probe-values.ts';

const maxTold = 20;

/** What is told of rows that the server refused, at the cells that are to blame as far as they can be known. */
export async function tellProblems(
  session: SessionQuery,
  failed: readonly FailedUnit[],
): Promise<SaveProblem[]> {
  const alone = failed.filter(({ unit }) => unit.rows.length === 1).slice(0, maxTold);
  const problems: SaveProblem[] = [];
  for (const { unit, error } of alone) {
    for (const row of unit.rows) problems.push(...(await tellRow(session, unit.facts, row, error)));
  }
  if (problems.length > 0) return problems;
  return failed.slice(0, 1).map(({ error }) => ({ row: null, columns: [], error: toSqlError(error) }));
}

async function tellRow(
  session: SessionQuery,
  facts: RelationFacts,
  work: RowWork,
  error: ServerError,
): Promise<SaveProblem[]> {
  const { row } = work;
  if (work.kind !== 'delete' && mayBeOfType(error)) {
    const bad = await probeValues(session, facts, work.values, error);
    if (bad.length > 0) {
      return bad.map((cell) => ({ row, columns: [cell.column], error: toSqlError(cell.error) }));
    }
  }
  return [{ row, columns: columnsOfError(facts, error), error: toSqlError(error) }];
}

/** Data exceptions, and what a domain refuses, which names no table. */
function mayBeOfType({ sqlState, table }: ServerError): boolean {
  return sqlState.startsWith('22') || (sqlState.startsWith('23') && table === null);
}

/** An error about another table (rows there refer to this one) is about the row as a whole. */
function columnsOfError({ relation }: RelationFacts, error: ServerError): string[] {
  const has = (name: string) => relation.columns.some((column) => column.name === name);
  if (error.column !== null && has(error.column)) return [error.column];
  const isOfOthers =
    error.sqlState === '23503' && !relation.foreignKeys.some(({ name }) => name === error.constraint);
  if (error.constraint === null || isOfOthers) return [];
  return relation.constraints.find(({ name }) => name === error.constraint)?.columns.filter(has) ?? [];
}
