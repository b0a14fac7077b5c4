export interface BellWait {
  /** Goes on by itself after so long. Default: only when it is rung. */
  timeoutMs?: number | null;
  signal?: AbortSignal;
}

/** Wakes one sleeper, also one that comes after the ring. */
export class Bell {
  #isRung = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake();
  }

  /** Takes back a ring that nobody has heard. */
  hush(): void {
    this.#isRung = false;
  }

  /** Resolves at the ring, at the timeout or when the signal aborts, whichever comes first. */
  async wait({ timeoutMs = null, signal }: BellWait = {}): Promise<void> {
    if (!this.#isRung && signal?.aborted !== true) {
      await new Promise<void>((resolve) => {
        const settle = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', settle);
          resolve();
        };
        const timer = timeoutMs === null ? undefined : setTimeout(settle, timeoutMs);
        this.#wake = settle;
        signal?.addEventListener('abort', settle, { once: true });
      });
    }
    this.#isRung = false;
    this.#wake = () => undefined;
  }
}
