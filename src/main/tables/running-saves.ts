/** Saves that are under way, by the page's own name for the call, so that a person can stop one and hear how it ended. */
export class RunningSaves {
  readonly #running = new Map<string, AbortController>();

  /** Runs `work` with a signal that is aborted by `cancel`, and by `signal` (the page went away). */
  async run<T>(
    call: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const stop = new AbortController();
    this.#running.set(call, stop);
    try {
      return await work(signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]));
    } finally {
      this.#running.delete(call);
    }
  }

  /** Of one that ended already: nothing happens. */
  cancel(call: string): void {
    this.#running.get(call)?.abort();
  }
}
