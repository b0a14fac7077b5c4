import type { RunQuestion } from '../../shared/contract/consoles.ts';
import { scanSql } from '../../shared/sql/scan-sql.ts';
import type { AskedSession } from './console-session.ts';
import { missingValues } from './missing-values.ts';

export interface AskRequest {
  text: string;
  /** Dangers were shown and agreed to. */
  confirmed: boolean;
  values: Readonly<Record<string, string | null>>;
  variables: ReadonlyMap<string, string>;
}

/**
 * What a person has to be asked before a text runs; null: nothing. Counts its statements (and psql commands) on the way.
 * @throws AppFailure `cancelled`
 */
export async function askBeforeRun(
  session: AskedSession,
  { text, values, variables }: AskRequest,
): Promise<{ question: RunQuestion | null; statements: number }> {
  const items = scanSql(text, { standardConformingStrings: session.standardConformingStrings });
  const statements = items.filter(({ kind }) => kind !== 'copy-data').length;
  const parameters = missingValues(items, variables, values);
  if (parameters.length === 0) return { question: null, statements };
  return { question: { dangers: [], moreDangers: 0, parameters }, statements };
}
