import type { ServerError, StatementEnd } from '../../postgres/console-connection.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { StatementResults } from './statement-results.ts';
import { record, type ToldStatement, tellDone, tellError } from './tell-statement.ts';

/** Finishes the results of a statement and tells how it ended. */
export async function tellEnd(
  state: RunState,
  told: ToldStatement,
  results: StatementResults,
  end: StatementEnd,
): Promise<ItemEnd> {
  if (end.kind === 'row-too-big') return tellTooLong(state, told, results, end.bytes);
  if (results.tooLongBytes !== null) return tellTooLong(state, told, results, results.tooLongBytes);
  if (end.kind === 'error') return tellStopped(state, told, results, end.error);
  await results.finish({ state: 'complete', command: end.command });
  tellDone(state, told, end.command, results.resultId);
  tellFull(state, results);
  return 'done';
}

/** By an error of the statement, or because it was asked to: by the person, or as nobody wants more rows. */
async function tellStopped(
  state: RunState,
  told: ToldStatement,
  results: StatementResults,
  error: ServerError,
): Promise<ItemEnd> {
  const isCancelled = state.host.signal.aborted;
  await results.finish({ state: isCancelled ? 'cancelled' : 'failed' });
  if (results.full !== null) record(state, told, results.full.info().rowCount, null);
  else if (isCancelled) record(state, told, null, error);
  else tellError(state, told, error);
  tellFull(state, results);
  return isCancelled ? 'cancelled' : 'error';
}

async function tellTooLong(
  state: RunState,
  told: ToldStatement,
  results: StatementResults,
  bytes: number,
): Promise<ItemEnd> {
  await results.finish({ state: 'capped', limit: 'row', bytes });
  record(state, told, null, { sqlState: null, message: `A row is ${bytes} bytes long` });
  state.host.log({ kind: 'event', event: 'row-too-big', detail: String(bytes) });
  return 'error';
}

function tellFull(state: RunState, { full }: StatementResults): void {
  if (full === null) return;
  state.host.log({ kind: 'event', event: 'result-full', detail: String(full.info().number) });
}
