import { setTimeout as delay } from 'node:timers/promises';
import type { ConsoleConnection } from '../../postgres/console-connection.ts';

/** The server forgets a request that overtook its statement. */
const askAgainMs = 250;

/**
 * Does work with the server that any of the signals ends: asks the server to cancel until the work is over. Resolves after the
 * last request is through, so that none hits what comes next.
 */
export async function untilCancelled<T>(
  connection: Pick<ConsoleConnection, 'cancel'>,
  signals: readonly AbortSignal[],
  work: () => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  let asking: Promise<unknown> = Promise.resolve();
  const ask = (): void => {
    asking = Promise.all([asking, keepAsking(connection, over.signal)]);
  };
  for (const signal of signals) {
    if (signal.aborted) ask();
    else signal.addEventListener('abort', ask, { once: true });
  }
  try {
    return await work();
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', ask);
    over.abort();
    await asking;
  }
}

async function keepAsking(connection: Pick<ConsoleConnection, 'cancel'>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await connection.cancel();
    await delay(askAgainMs, undefined, { signal: over }).catch(() => undefined);
  }
}
