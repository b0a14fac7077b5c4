import type { ScannedItem } from '../../../shared/sql/scanned-item.ts';
import { readingSettings } from './reading-settings.ts';
import { runCommand } from './run-command.ts';
import type { RunState, SourceEnd } from './run-state.ts';
import { runStatement } from './run-statement.ts';
import type { ScriptSource } from './script-source.ts';
import { stopsAtError } from './stops-at-error.ts';
import { tellFailure } from './tell-failure.ts';
import { tellProgress } from './tell-progress.ts';

/** Runs the items of a source one after the other: until the end, an error (if so told), or the person's wish. */
export async function runItems(state: RunState, source: ScriptSource): Promise<SourceEnd> {
  let line: number | null = null;
  for (;;) {
    const item = await nextItem(state, source);
    if (item === 'cancelled' || item === 'over') return { end: item, line };
    if (item === null) return { end: 'done', line: null };
    // The COPY before it has passed over what the server did not want.
    if (item.kind === 'copy-data') continue;
    line = item.line;
    state.statement += 1;
    tellProgress(state);
    const end =
      item.kind === 'command'
        ? await runCommand(state, source, item)
        : await runStatement(state, source, item);
    if (end === 'done' || (end === 'error' && !stopsAtError(state))) continue;
    return { end, line };
  }
}

async function nextItem(
  state: RunState,
  source: ScriptSource,
): Promise<ScannedItem | 'cancelled' | 'over' | null> {
  const { signal, connection } = state.host;
  if (signal.aborted) return 'cancelled';
  try {
    const item = await source.next(readingSettings(connection));
    return signal.aborted ? 'cancelled' : item;
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    tellFailure(state, source.file?.name ?? null, error);
    return 'over';
  }
}
