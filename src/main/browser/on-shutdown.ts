const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Shutdown {
  /** Ends the app; further calls do nothing. */
  end(): void;
  dispose(): void;
}

/**
 * Ends the process cleanly on Ctrl+C, SIGTERM and the loss of the terminal: runs `dispose`, then exits 0 (1 when it
 * fails). A second signal exits at once with 130.
 */
export function onShutdown(
  dispose: () => Promise<void>,
  exit: (code: number) => void = (code) => process.exit(code),
): Shutdown {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    dispose().then(
      () => exit(0),
      () => exit(1),
    );
  };
  const take = (): void => (isEnding ? exit(130) : end());
  for (const signal of signals) process.on(signal, take);
  return {
    end,
    dispose() {
      for (const signal of signals) process.off(signal, take);
    },
  };
}
