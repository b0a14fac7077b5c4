import { setTimeout as delay } from 'node:timers/promises';

/** Asks every `everyMs` until the answer is not null; fails with `what` after `deadlineMs`. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  { deadlineMs = 60_000, everyMs = 20 } = {},
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${deadlineMs} ms for ${what}`);
    await delay(everyMs);
  }
}
