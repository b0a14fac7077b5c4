import type { Plan } from '../../../shared/contract/plan.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { takeBack } from '../../postgres/take-back.ts';
import { readPlan } from './read-plan.ts';

export interface Explaining {
  /** One statement, without terminator. */
  text: string;
  values: readonly (string | null)[];
  /** Run it, too. */
  analyze: boolean;
  /** It changes data, as far as its text tells. */
  writes: boolean;
}

/** Before the statement, for {@link explainStatement}'s errors to be told in its own terms. */
export function explainPrefix(analyze: boolean): string {
  return analyze ? 'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ' : 'EXPLAIN (FORMAT JSON) ';
}

/**
 * Asks for the plan in the console's own session, where its settings, temporary tables and transaction count. With
 * `analyze` it runs inside a transaction (or savepoint) that is rolled back, whatever the statement is: a function may
 * write, too. What no rollback takes back: sequences, and the room of dead rows. Null: a rule left nothing to plan.
 * @throws ServerFailure the server's error, its position counted with {@link explainPrefix}; AppFailure
 * `database-unreachable`
 */
export async function explainStatement(
  session: SessionQuery,
  { text, values, analyze, writes }: Explaining,
): Promise<Omit<Plan, 'statement'> | null> {
  const ask = () => answerOf(session, explainPrefix(analyze) + text, values);
  const json = analyze ? await rolledBack(session, ask) : await ask();
  const plan = readPlan(json);
  if (plan === null) return null;
  const raw = analyze ? json : await answerOf(session, `EXPLAIN ${text}`, values);
  return { ...plan, analyzed: analyze, rolledBack: analyze && writes, raw };
}

/** All lines of the one column. */
async function answerOf(
  session: SessionQuery,
  text: string,
  values: readonly (string | null)[],
): Promise<string> {
  const { rows } = await (values.length === 0 ? session.query(text) : session.query(text, values));
  return rows.map(([line]) => line ?? '').join('\n');
}

const savepoint = '"howdah explain"';

async function rolledBack<T>(session: SessionQuery, work: () => Promise<T>): Promise<T> {
  const isInside = session.transaction !== 'idle';
  await session.query(isInside ? `SAVEPOINT ${savepoint}` : 'BEGIN');
  try {
    return await work();
  } finally {
    await takeBack(
      session,
      isInside ? [`ROLLBACK TO SAVEPOINT ${savepoint}`, `RELEASE SAVEPOINT ${savepoint}`] : ['ROLLBACK'],
    );
  }
}
