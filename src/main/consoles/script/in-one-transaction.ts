import { ServerFailure } from '../../postgres/server-failure.ts';
import type { RunState, SourceEnd } from './run-state.ts';
import type { ScriptHost } from './script-host.ts';
import { tellServerError } from './tell-command.ts';
import { untilCancelled } from './until-cancelled.ts';

interface Frame {
  begin: string;
  commit: string;
  rollback: readonly string[];
}

const transaction: Frame = { begin: 'BEGIN', commit: 'COMMIT', rollback: ['ROLLBACK'] };

/** Inside the person's own transaction, which is theirs to end. */
const savepoint: Frame = {
  begin: 'SAVEPOINT howdah_file',
  commit: 'RELEASE SAVEPOINT howdah_file',
  rollback: ['ROLLBACK TO SAVEPOINT howdah_file', 'RELEASE SAVEPOINT howdah_file'],
};

/**
 * Does the work of a file inside a transaction: all of it, or nothing. As with `psql -1`, a COMMIT of the file's own
 * ends it early; the server's warnings then stand in the log.
 * @throws AppFailure `database-unreachable`
 */
export async function inOneTransaction(
  state: RunState,
  fileName: string,
  work: () => Promise<SourceEnd>,
): Promise<SourceEnd> {
  const { host } = state;
  const { connection, signal } = host;
  const frame = connection.transaction === 'idle' ? transaction : savepoint;
  if (!(await send(state, frame.begin))) return { end: signal.aborted ? 'cancelled' : 'over', line: null };
  const ended = await work();
  if (ended.end === 'lost') return ended;
  const isWell = (ended.end === 'done' || ended.end === 'quit') && connection.transaction !== 'failed';
  const isEndedByItself = connection.transaction === 'idle';
  if (isWell && (isEndedByItself || (await send(state, frame.commit)))) return ended;
  if (!isWell && isEndedByItself) return ended;
  // A COMMIT that fails has undone everything already.
  if (connection.transaction !== 'idle') await rollBack(host, frame);
  host.log({ kind: 'event', event: 'rolled-back', detail: fileName });
  return { ...ended, end: signal.aborted ? 'cancelled' : 'error' };
}

/** False: it was cancelled (a COMMIT may have much to check), or the server refused, which is told. */
async function send(state: RunState, statement: string): Promise<boolean> {
  const { connection, signal } = state.host;
  try {
    await untilCancelled(connection, [signal], () => connection.query(statement));
    return true;
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    if (!signal.aborted) tellServerError(state, statement, error.serverError);
    return false;
  }
}

async function rollBack({ connection }: ScriptHost, { rollback }: Frame): Promise<void> {
  for (const statement of rollback) await connection.query(statement);
}
