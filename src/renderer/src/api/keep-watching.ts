const firstPauseMs = 200;
const longestPauseMs = 2_000;

/**
 * Reads a stream of main for as long as the window lives: when it ends or fails it is opened again, after a pause
 * that grows until something arrives. The reason of a failure is shown elsewhere (lost connection), so it is no
 * loss here.
 */
export async function keepWatching<T>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
  onValue: (value: T) => void,
  signal: AbortSignal,
  onOpen: () => void = () => {},
): Promise<void> {
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    try {
      const stream = await open(signal);
      onOpen();
      for await (const value of stream) {
        pauseMs = firstPauseMs;
        onValue(value);
      }
    } catch {
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
    await pause(pauseMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
