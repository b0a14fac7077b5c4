import { setTimeout as delay } from 'node:timers/promises';

/** Time as the code asks for it, so that a test can stand in for it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The system's clock. Its sleeps keep the process alive no longer than whoever awaits them. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
};
