const sliceMs = 8;

/** Runs work that rests on its way, and lets the page draw after every few milliseconds of it. Null: given up. */
export async function runInSlices<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T | null> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await nextTask();
    if (signal.aborted) return null;
    until = performance.now() + sliceMs;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
