import { readFileSync } from 'node:fs';

/** The end of a log file, for an error message; empty when there is none. */
export function lastLines(file, count = 8) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
