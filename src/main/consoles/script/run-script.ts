import { readingSettings } from './reading-settings.ts';
import { runItems } from './run-items.ts';
import { runSourceFile } from './run-source-file.ts';
import { createRunState } from './run-state.ts';
import type { RunEnd, ScriptHost } from './script-host.ts';
import type { ScriptSource } from './script-source.ts';
import { tellProgress } from './tell-progress.ts';
import { createTextSource } from './text-source.ts';

export interface Script {
  text: string;
  /** Where the text begins in the draft. */
  offset: number;
  /** For parameters: a value for each name, "1" for `$1`. */
  values: Readonly<Record<string, string | null>>;
}

/** Runs a text of the draft, item by item. The log, the results and the history tell how it went. */
export async function runScript(host: ScriptHost, { text, offset, values }: Script): Promise<RunEnd> {
  const state = createRunState({ host, values, oneTransaction: false, runFile: runSourceFile });
  const source = createTextSource(text, offset);
  const { end } = await runItems(state, source);
  tellProgress(state);
  if (end === 'cancelled') host.log({ kind: 'event', event: 'cancelled', detail: null });
  if (end !== 'error' && end !== 'over') return end;
  // Of the last statement its error says all.
  if (await hasMore(host, source)) host.log({ kind: 'event', event: 'stopped-at-error', detail: null });
  return 'stopped';
}

async function hasMore(host: ScriptHost, source: ScriptSource): Promise<boolean> {
  return (await source.next(readingSettings(host.connection))) !== null;
}
