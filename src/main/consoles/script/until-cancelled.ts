import type { ConsoleConnection } from '../../postgres/console-connection.ts';

/** The server forgets a request that overtook its statement. */
const askAgainMs = 250;

/**
 * Does work with the server that any of the signals, or the work itself by calling `stop`, ends: asks the server to
 * cancel until the work is over. Resolves after the last request is through, so that none hits what comes next.
 */
export async function untilCancelled<T>(
  connection: Pick<ConsoleConnection, 'cancel'>,
  signals: readonly AbortSignal[],
  work: (stop: () => void) => Promise<T>,
): Promise<T> {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | null = null;
  const ask = (): void => {
    asking = connection.cancel().then(() => {
      if (!isOver) timer = setTimeout(ask, askAgainMs);
    });
  };
  const stop = (): void => {
    if (asking === null && !isOver) ask();
  };
  for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
  try {
    const working = work(stop);
    if (signals.some(({ aborted }) => aborted)) stop();
    return await working;
  } finally {
    isOver = true;
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', stop);
    await asking;
  }
}
