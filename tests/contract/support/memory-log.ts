import { createLoggerTo, type Logger } from '../../../src/main/lib/logger.ts';

/** A logger whose lines a test can read. */
export function createMemoryLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return { log: createLoggerTo({ write: (line) => lines.push(line) }), lines };
}
