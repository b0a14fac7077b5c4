import type { RunQuestion } from '../../shared/contract/consoles.ts';
import { scanSql } from '../../shared/sql/scan-sql.ts';
import type { ScannedItem } from '../../shared/sql/scanned-item.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { AskedSession } from './asked-session.ts';
import { assessDangers } from './dangers/assess-dangers.ts';
import { findDangers } from './dangers/find-dangers.ts';
import { missingValues } from './missing-values.ts';

export interface AskRequest {
  text: string;
  /** Where the text begins in the draft. */
  offset: number;
  /** Dangers were shown and agreed to. */
  confirmed: boolean;
  values: Readonly<Record<string, string | null>>;
  /** psql's. */
  variables: ReadonlyMap<string, string>;
}

export interface Asked {
  /** Null: nothing has to be asked. */
  question: RunQuestion | null;
  /** Statements and psql commands in the text. */
  statements: number;
}

/**
 * What a person has to be asked before a text runs: first for values, as what is dangerous, and how much, may depend on
 * them.
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function askBeforeRun(session: AskedSession, request: AskRequest): Promise<Asked> {
  const { text, variables, values, confirmed } = request;
  const items = scanSql(text, { standardConformingStrings: session.standardConformingStrings });
  const statements = items.filter(({ kind }) => kind !== 'copy-data').length;
  const parameters = missingValues(items, variables, values);
  if (parameters.length > 0) {
    return { question: { dangers: [], moreDangers: 0, parameters }, statements };
  }
  const question = confirmed ? null : await askAboutDangers(session, request, items);
  // What was cancelled before it began does not begin.
  if (session.signal.aborted) throw new AppFailure({ code: 'cancelled' });
  return { question, statements };
}

async function askAboutDangers(
  session: AskedSession,
  request: AskRequest,
  items: readonly ScannedItem[],
): Promise<RunQuestion | null> {
  const script = { ...request, items };
  if (findDangers(items, script).length === 0) return null;
  const { dangers, more } = await assessDangers(script, await session.session(), session.signal);
  return dangers.length === 0 ? null : { dangers, moreDangers: more, parameters: [] };
}
