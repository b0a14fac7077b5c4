import { type Clock, systemClock } from './clock.ts';

export interface RetryOptions {
  deadlineMs: number;
  everyMs: number;
  /** Completes the sentence "Waited N ms for …". */
  what: string;
  signal?: AbortSignal | undefined;
  clock?: Clock;
}

/** The condition did not come true in time. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

type Truthy<T> = Exclude<T, null | undefined | false>;

/**
 * Asks again and again until the answer is neither null, undefined nor false, and answers that. What `attempt` throws
 * ends the waiting.
 * @throws DeadlinePassed after `deadlineMs`; the signal's reason when it aborts.
 */
export async function retryUntil<T>(
  attempt: () => Promise<T> | T,
  { deadlineMs, everyMs, what, signal, clock = systemClock }: RetryOptions,
): Promise<Truthy<T>> {
  const endMs = clock.nowMs() + deadlineMs;
  for (;;) {
    signal?.throwIfAborted();
    const answer = await attempt();
    if (answer !== null && answer !== undefined && answer !== false) return answer as Truthy<T>;
    if (clock.nowMs() + everyMs > endMs) throw new DeadlinePassed(`Waited ${deadlineMs} ms for ${what}`);
    await clock.sleep(everyMs, signal);
  }
}
