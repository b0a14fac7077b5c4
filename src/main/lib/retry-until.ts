import { type Clock, systemClock } from './clock.ts';

export interface RetryOptions {
  deadlineMs: number;
  everyMs: number;
  /** What is thrown when the deadline has passed. */
  failure: () => Error;
  signal?: AbortSignal | undefined;
  clock?: Clock;
}

type Truthy<T> = Exclude<T, null | undefined | false>;

/**
 * Asks again and again until the answer is neither null, undefined nor false, and answers that. What `attempt` throws
 * ends the waiting.
 * @throws the `failure` after `deadlineMs`; the signal's reason when it aborts.
 */
export async function retryUntil<T>(
  attempt: () => Promise<T> | T,
  { deadlineMs, everyMs, failure, signal, clock = systemClock }: RetryOptions,
): Promise<Truthy<T>> {
  const endMs = clock.nowMs() + deadlineMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await attempt();
    if (answer !== null && answer !== undefined && answer !== false) return answer as Truthy<T>;
    if (clock.nowMs() + everyMs > endMs) throw failure();
    await clock.sleep(everyMs, signal);
  }
}
