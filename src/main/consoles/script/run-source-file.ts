import { createFileSource } from './file-source.ts';
import { runItems } from './run-items.ts';
import type { RunState, SourceEnd } from './run-state.ts';
import type { ScriptFile } from './script-file.ts';
import { tellProgress } from './tell-progress.ts';

/** Runs all of an open file and disposes it, at once when the run is cancelled. */
export async function runSourceFile(state: RunState, file: ScriptFile): Promise<SourceEnd> {
  const { host, files } = state;
  const stop = (): void => file.dispose();
  host.signal.addEventListener('abort', stop, { once: true });
  const source = createFileSource(file, () => tellProgress(state));
  files.push(source);
  try {
    return await host.duringFile(() => runItems(state, source));
  } finally {
    tellProgress(state);
    files.pop();
    host.signal.removeEventListener('abort', stop);
    file.dispose();
  }
}
