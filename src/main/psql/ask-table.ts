import type { PsqlOutcome } from '../consoles/script/psql-command.ts';
import { type PatternCondition, patternCondition } from './pattern-condition.ts';
import { done, type PsqlRequest, problem } from './psql-request.ts';
import { textTable } from './text-table.ts';

interface Listing {
  /** "List of relations" */
  title: string;
  /** What a pattern is matched with. */
  columns: Parameters<typeof patternCondition>[1];
  /** The query for a condition. */
  sql: (condition: string) => string;
  /** What psql says instead of an empty table; absent: the empty table is shown. */
  nothing?: string;
}

/** Answers a listing: one query, one table. With a pattern that nothing matches psql shows the empty table, too. */
export async function askTable(request: PsqlRequest, listing: Listing): Promise<PsqlOutcome> {
  const condition = patternCondition(request, listing.columns);
  if (isProblem(condition)) return problem('bad-argument', condition.problem);
  const { session, table, output } = request.context;
  const answer = await session.query(listing.sql(condition.sql), condition.values);
  if (answer.rows.length > 0 || listing.nothing === undefined) {
    await table(textTable(listing.title, answer));
  } else if (request.patterns[0] === undefined) {
    output(listing.nothing);
  } else {
    return problem('not-found', request.patterns[0]);
  }
  return done;
}

export function isProblem(
  condition: PatternCondition | { problem: string },
): condition is { problem: string } {
  return 'problem' in condition;
}
