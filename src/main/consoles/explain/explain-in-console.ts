import type { Danger, ExplainOutcome } from '../../../shared/contract/consoles.ts';
import type { ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import { statementFacts } from '../../../shared/sql/statement-facts.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import type { AskedSession } from '../asked-session.ts';
import { missingValues } from '../missing-values.ts';
import { placeOf } from '../script/place-of.ts';
import { type PreparedStatement, prepareStatement } from '../script/prepare-statement.ts';
import { textCodec } from '../script/script-codec.ts';
import type { ScriptSource } from '../script/script-source.ts';
import { shortText, toSqlError } from '../script/tell-statement.ts';
import { createTextSource } from '../script/text-source.ts';
import { explainPrefix, explainStatement } from './explain-statement.ts';

export interface ExplainRequest {
  /** Of which the first statement is meant. */
  text: string;
  /** Where the text begins in the draft. */
  offset: number;
  /** Run it, too. */
  analyze: boolean;
  /** That it runs was shown and agreed to. */
  confirmed: boolean;
  values: Readonly<Record<string, string | null>>;
  variables: ReadonlyMap<string, string>;
}

/** A statement on its way to its plan. */
interface Explained {
  request: ExplainRequest;
  source: ScriptSource;
  statement: ScannedStatement;
  writes: boolean;
}

/**
 * The plan of a statement in the console's session, or what has to be asked before.
 * @throws AppFailure `database-unreachable`, `cancelled`
 */
export async function explainInConsole(
  asked: AskedSession,
  request: ExplainRequest,
): Promise<ExplainOutcome> {
  const { standardConformingStrings } = asked;
  const source = createTextSource(request.text, request.offset);
  const statement = await source.next({ standardConformingStrings, encoding: 'UTF8' });
  const facts = statement?.kind === 'statement' ? statementFacts(statement.text) : null;
  if (statement?.kind !== 'statement' || facts?.explainable !== true) {
    return { outcome: 'no-plan' };
  }
  const explained = { request, source, statement, writes: facts.writes };
  const question = questionOf(explained, facts.verb);
  if (question !== null) return { outcome: 'asked', question };
  const session = await asked.session();
  if (asked.signal.aborted) throw new AppFailure({ code: 'cancelled' });
  if (session === null) {
    throw new AppFailure({ code: 'database-unreachable', reason: 'There is no session yet' });
  }
  return planOf(session, explained);
}

function questionOf(
  explained: Explained,
  verb: string,
): (ExplainOutcome & { outcome: 'asked' })['question'] | null {
  const { request, statement, writes } = explained;
  const parameters = missingValues([statement], request.variables, request.values);
  const dangers = request.analyze && writes && !request.confirmed ? [dangerOf(explained, verb)] : [];
  return parameters.length + dangers.length === 0 ? null : { dangers, moreDangers: 0, parameters };
}

function dangerOf({ source, statement }: Explained, verb: string): Danger {
  return {
    kind: 'explain-analyze',
    text: shortText(textCodec, statement.text),
    place: placeOf(source, textCodec, statement),
    object: verb,
    rows: null,
    sizeBytes: null,
  };
}

async function planOf(session: SessionQuery, explained: Explained): Promise<ExplainOutcome> {
  const { request, statement, writes } = explained;
  const { analyze, values, variables } = request;
  const prepared = prepareStatement(statement, { codec: textCodec, variables, values });
  const asked = { text: prepared.text, values: prepared.values ?? [], analyze, writes };
  try {
    const plan = await explainStatement(session, asked);
    if (plan === null) return { outcome: 'no-plan' };
    return { outcome: 'planned', plan: { statement: shortText(textCodec, statement.text), ...plan } };
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    return { outcome: 'failed', error: errorOf(explained, prepared, error) };
  }
}

/** The server counts from the beginning of EXPLAIN. */
function errorOf(
  { request, source, statement }: Explained,
  prepared: PreparedStatement,
  failure: ServerFailure,
) {
  const before = explainPrefix(request.analyze).length;
  const { position, ...fields } = failure.serverError;
  const inStatement = position === null || position <= before ? null : position - before;
  const told = {
    ...{ source, codec: textCodec, part: statement, startedAtMs: 0 },
    indexOf: (at: number) => prepared.originOf(textCodec.indexOf(prepared.text, at)),
  };
  return toSqlError(told, { ...fields, position: inStatement });
}
