import { inOneTransaction } from './in-one-transaction.ts';
import { runSourceFile } from './run-source-file.ts';
import { createRunState, type RunState, type SourceEnd } from './run-state.ts';
import type { ScriptFile } from './script-file.ts';
import type { RunEnd, ScriptHost } from './script-host.ts';
import { tellFailure } from './tell-failure.ts';

export interface FileRunOptions {
  /** All of it in one transaction, rolled back at the first error or when it is cancelled. */
  oneTransaction: boolean;
}

/**
 * Runs a file of any size as a stream and disposes it. Values of a form are not for files: what looks like a parameter
 * is sent as it is, psql's variables are put in.
 */
export async function runFile(
  host: ScriptHost,
  file: ScriptFile,
  { oneTransaction }: FileRunOptions,
): Promise<RunEnd> {
  const state = createRunState({ host, values: {}, oneTransaction, runFile: runSourceFile });
  const startedAtMs = performance.now();
  const { end, line } = await runWhole(state, file);
  const durationMs = performance.now() - startedAtMs;
  host.record({ text: `\\i ${file.name}`, durationMs, rows: null, error: state.firstError });
  const detail = line === null ? file.name : `${file.name}:${line}`;
  switch (end) {
    case 'done':
    case 'quit':
      host.log({ kind: 'event', event: 'file-done', detail: file.name });
      return 'done';
    case 'cancelled':
      host.log({ kind: 'event', event: 'cancelled', detail });
      return end;
    case 'error':
    case 'over':
      host.log({ kind: 'event', event: 'stopped-at-error', detail });
      return 'stopped';
    case 'lost':
      return end;
  }
}

async function runWhole(state: RunState, file: ScriptFile): Promise<SourceEnd> {
  const run = () => runSourceFile(state, file);
  try {
    return await (state.oneTransaction ? inOneTransaction(state, file.name, run) : run());
  } catch (error) {
    return { end: tellFailure(state, file.name, error), line: null };
  } finally {
    // It may not have come to be run.
    file.dispose();
  }
}
