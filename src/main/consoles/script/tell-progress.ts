import type { RunState } from './run-state.ts';

const intervalMs = 50;

/** Says how far the run came, if it is time to or `isLast`. Of files inside each other the outermost counts. */
export function tellProgress(state: RunState, isLast = false): void {
  const now = performance.now();
  if (!isLast && now - state.toldAtMs < intervalMs) return;
  state.toldAtMs = now;
  const file = state.files[0]?.progress() ?? null;
  state.host.progress({ statement: Math.max(1, state.statement), file });
}
