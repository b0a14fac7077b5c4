import { AppFailure } from '../../lib/app-failure.ts';
import type { StatementHandlers } from '../../postgres/console-connection.ts';
import type { CopyInput } from './copy-input.ts';
import { failureMessage } from './failure-message.ts';
import type { FileSink } from './file-sink.ts';
import { isHousekeeping } from './is-housekeeping.ts';
import { readingSettings } from './reading-settings.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import { StatementResults } from './statement-results.ts';
import { tellEnd } from './tell-end.ts';
import { tellFailure } from './tell-failure.ts';
import { record, shortText, type ToldStatement } from './tell-statement.ts';
import { untilCancelled } from './until-cancelled.ts';

export interface SentStatement extends Omit<ToldStatement, 'startedAtMs'> {
  /** In the script's characters, variables replaced. */
  text: string;
  /** Bound to it. */
  values?: readonly (string | null)[];
  expanded: boolean;
  /** What `COPY … FROM STDIN` is fed. */
  copyIn?: CopyInput | null;
  /** Where `COPY … TO STDOUT` goes, kept if all went well and else dropped; absent: into a result. */
  copyOut?: FileSink;
}

/** Sends one statement, takes what the server answers, and tells of it. */
export async function sendStatement(state: RunState, sent: SentStatement): Promise<ItemEnd> {
  const { host } = state;
  const { codec, values, copyIn = null, copyOut } = sent;
  const told = { ...sent, startedAtMs: performance.now() };
  const isUnseen = sent.source.file !== null && isHousekeeping(sent.part.text);
  const results = new StatementResults({
    newResult: (result) => (isUnseen ? null : host.newResult(result)),
    encoding: readingSettings(host.connection).encoding,
    statement: () => shortText(codec, sent.part.text),
    expanded: sent.expanded,
    startedAtMs: told.startedAtMs,
    columnsOf: (columns) => host.columnTypes.columns(columns),
  });
  const handlers: StatementHandlers = {
    onColumns: (columns) => results.onColumns(columns),
    onCopyOut: (bytes) => (copyOut === undefined ? results.onCopyOut(bytes) : copyOut.write(bytes)),
    ...(copyIn !== null && { copyIn }),
  };
  try {
    const end = await untilCancelled(host.connection, [host.signal], (stop) => {
      results.onUnwanted = stop;
      return host.connection.run({ text: codec.encode(sent.text), ...(values && { values }) }, handlers);
    });
    await copyIn?.skipRest();
    const failure = copyIn?.failure ?? null;
    if (failure !== null && !host.signal.aborted) throw failure.error;
    await (end.kind === 'complete' ? copyOut?.keep() : copyOut?.drop());
    return await tellEnd(state, told, results, end);
  } catch (error) {
    await copyOut?.drop();
    await results.finish({ state: 'failed' });
    if (error instanceof AppFailure) {
      record(state, told, null, { sqlState: null, message: failureMessage(error.appError) });
    }
    return tellFailure(state, shortText(codec, sent.part.text), error);
  }
}
