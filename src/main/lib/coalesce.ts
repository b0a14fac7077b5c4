/** A call that many may ask for and that runs rarely. */
export interface Coalesced {
  /** Runs at once when it has been quiet, else once at the end of the current interval. */
  request(): void;
  /** Takes back what has not run yet. */
  dispose(): void;
}

/** Runs `run` on the leading edge and then at most once per `intervalMs`, however often it is requested. */
export function coalesce(run: () => void, intervalMs: number): Coalesced {
  let timer: NodeJS.Timeout | null = null;
  let isWanted = false;
  const tick = (): void => {
    timer = null;
    if (!isWanted) return;
    isWanted = false;
    timer = setTimeout(tick, intervalMs);
    run();
  };
  return {
    request() {
      isWanted = true;
      if (timer === null) tick();
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isWanted = false;
    },
  };
}
