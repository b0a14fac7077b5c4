import { constants } from 'node:os';
import { signalRunning } from './run.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `job(isInterrupted)` such that a signal does not end this process before the job has tidied up: the first one
 * ends the command that the job waits for, and the job fails or looks at `isInterrupted`. Resolves with the job's
 * exit code, or with 128 + N after signal N.
 */
export async function withoutDyingEarly(job) {
  let received;
  const remember = (signal) => {
    if (received !== undefined) return;
    received = signal;
    signalRunning(signal);
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  try {
    const code = await job(() => received !== undefined);
    return received === undefined ? code : 128 + constants.signals[received];
  } catch (error) {
    if (received === undefined) throw error;
    return 128 + constants.signals[received];
  } finally {
    for (const signal of SIGNALS) process.off(signal, remember);
  }
}
