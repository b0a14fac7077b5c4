import type { SessionQuery, TextRows } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { takeBack } from '../../postgres/take-back.ts';

/** Unlikely to be a name that a person gave. */
const savepoint = 'howdah_look_4b1f';
/** A table that another session has locked is not waited for. */
const lockTimeoutMs = 250;

/** The shorter of what the session has and what is asked for; 0 is none. */
const limitsQuery = `
  SELECT pg_catalog.set_config(name, least(nullif(setting, '0')::bigint,
    CASE name WHEN 'lock_timeout' THEN $2::bigint ELSE $1::bigint END)::text, true)
  FROM pg_catalog.pg_settings WHERE name IN ('statement_timeout', 'lock_timeout')`;

interface Bracket {
  enter: readonly string[];
  leave: readonly string[];
}

const ownTransaction: Bracket = {
  enter: ['BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY'],
  leave: ['ROLLBACK'],
};
const insideTransaction: Bracket = {
  enter: [`SAVEPOINT ${savepoint}`, 'SET LOCAL transaction_read_only = on'],
  leave: [`ROLLBACK TO SAVEPOINT ${savepoint}`, `RELEASE SAVEPOINT ${savepoint}`],
};

/**
 * Asks one question of a session without leaving a trace: nothing can be written, no lock stays, and the transaction is
 * as it was, be there one or not. Null: the server had an error for it (the time limit among them), or it cannot be
 * asked without disturbing: in a failed transaction, and in one whose snapshot it would take (isolation above read
 * committed).
 * @throws AppFailure `database-unreachable`
 */
export async function lookInto(
  session: SessionQuery,
  limitMs: number,
  text: string,
  values: readonly (string | null)[] = [],
): Promise<TextRows | null> {
  const bracket = limitMs < 1 ? null : await bracketFor(session);
  if (bracket === null) return null;
  const look = async () => {
    for (const statement of bracket.enter) await session.query(statement);
    await session.query(limitsQuery, [String(Math.floor(limitMs)), String(lockTimeoutMs)]);
    return session.query(text, values);
  };
  const rows = await look().catch(nullForServerFailure);
  await takeBack(session, bracket.leave).catch(nullForServerFailure);
  return rows;
}

async function bracketFor(session: SessionQuery): Promise<Bracket | null> {
  switch (session.transaction) {
    case 'idle':
      return ownTransaction;
    case 'failed':
      return null;
    case 'in-transaction': {
      // Takes no snapshot.
      const answer = await session.query('SHOW transaction_isolation').catch(nullForServerFailure);
      return answer?.rows[0]?.[0]?.startsWith('read ') === true ? insideTransaction : null;
    }
  }
}

function nullForServerFailure(error: unknown): null {
  if (error instanceof ServerFailure) return null;
  throw error;
}
