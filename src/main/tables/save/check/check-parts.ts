import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { toSqlError } from '../../transactions/to-sql-error.ts';
import type { CheckedPart, SaveJob, SavePart } from '../save-job.ts';
import { SaveStopped } from '../save-stopped.ts';
import { checkRows } from './check-rows.ts';
import { checkUndone } from './check-undone.ts';
import { checkValues } from './check-values.ts';
import { openPart } from './open-part.ts';
import { returnsFinalRows } from './returns-final-rows.ts';

export interface CheckedParts {
  main: CheckedPart;
  others: CheckedPart[];
}

/**
 * Finds all rows that are to be changed, and compares them with what was read.
 * @throws SaveStopped, AppFailure, ServerFailure
 */
export async function checkParts(session: SessionQuery, job: SaveJob): Promise<CheckedParts> {
  const main = await checkPart(session, job.main);
  const others: CheckedPart[] = [];
  for (const part of job.others) others.push(await checkPart(session, part));
  const parts = [main, ...others];
  const undone = job.undone === null ? [] : await checkUndone(session, job.undone, parts);
  const conflicts = [...parts.flatMap(({ checked }) => checked.conflicts), ...undone];
  if (conflicts.length > 0) throw new SaveStopped({ outcome: 'conflicts', conflicts });
  const problems = parts
    .flatMap(({ checked }) => checked.refused)
    .map(({ row, error }) => ({ row, columns: [], error: toSqlError(error) }));
  if (problems.length > 0) throw new SaveStopped({ outcome: 'refused', problems });
  return { main, others };
}

async function checkPart(session: SessionQuery, part: SavePart): Promise<CheckedPart> {
  const facts = await openPart(session, part);
  const refused = checkValues(facts, part.changes);
  if (refused.length === 0) {
    const isFinal = await returnsFinalRows(session, facts, part.changes);
    const checked = await checkRows(session, facts, part.changes, !isFinal);
    return { part, facts, checked, returnsFinalRows: isFinal };
  }
  throw new SaveStopped({
    outcome: 'refused',
    problems: refused.map(({ row, column, error }) => ({ row, columns: [column], error: toSqlError(error) })),
  });
}
