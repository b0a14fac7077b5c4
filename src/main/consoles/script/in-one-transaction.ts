import { ServerFailure } from '../../postgres/server-failure.ts';
import type { RunState, SourceEnd } from './run-state.ts';
import type { ScriptHost } from './script-host.ts';
import { tellServerError } from './tell-command.ts';

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
  const { connection } = host;
  const frame = connection.transaction === 'idle' ? transaction : savepoint;
  if (!(await send(state, frame.begin))) return { end: 'over', line: null };
  const ended = await work();
  if (ended.end === 'lost') return ended;
  const isWell = (ended.end === 'done' || ended.end === 'quit') && connection.transaction !== 'failed';
  const isEndedByItself = connection.transaction === 'idle';
  if (isWell && (isEndedByItself || (await send(state, frame.commit)))) return ended;
  if (!isWell && isEndedByItself) return ended;
  // A COMMIT that fails has undone everything already.
  if (connection.transaction !== 'idle') await rollBack(host, frame);
  host.log({ kind: 'event', event: 'rolled-back', detail: fileName });
  return ended.end === 'cancelled' ? ended : { ...ended, end: 'error' };
}

/** False: the server refused, which is told. */
async function send(state: RunState, statement: string): Promise<boolean> {
  try {
    await state.host.connection.query(statement);
    return true;
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    tellServerError(state, statement, error.serverError);
    return false;
  }
}

async function rollBack({ connection }: ScriptHost, { rollback }: Frame): Promise<void> {
  for (const statement of rollback) await connection.query(statement);
}
