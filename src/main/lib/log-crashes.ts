import type { Logger } from './logger.ts';

/**
 * Writes what nobody caught into the log. A rejected promise leaves the app running; an uncaught exception ends it, as
 * nothing is known of its state then (operations under way are in the journal).
 * @returns a function that stops watching.
 */
export function logCrashes(
  log: Logger,
  exit: (code: number) => void = (code) => process.exit(code),
): () => void {
  const onRejection = (reason: unknown): void => log.error({ err: reason }, 'a failure was not handled');
  const onException = (error: Error): void => {
    log.fatal({ err: error }, 'crash');
    process.stderr.write(`Howdah ended unexpectedly: ${error.message}\n`);
    exit(1);
  };
  process.on('unhandledRejection', onRejection);
  process.on('uncaughtException', onException);
  return () => {
    process.off('unhandledRejection', onRejection);
    process.off('uncaughtException', onException);
  };
}
