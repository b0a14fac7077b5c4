import type { RunState } from './run-state.ts';

/** Says how far the run came. Of files inside each other the outermost counts. */
export function tellProgress({ host, statement, files }: RunState): void {
  host.progress({ statement: Math.max(1, statement), file: files[0]?.progress() ?? null });
}
