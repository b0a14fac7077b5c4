import { constants } from 'node:os';
import { signalRunning } from './run.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `job(interruptCode)` such that a signal does not end this process before the job has tidied up: the first one
 * ends the command that the job waits for. `interruptCode()` is 128 + N after signal N, undefined before. Resolves with
 * the exit code that the job resolves with, or with the one of the signal when the job fails because of it.
 */
export async function withoutDyingEarly(job) {
  let received;
  const interruptCode = () => received && 128 + constants.signals[received];
  const remember = (signal) => {
    if (received !== undefined) return;
    received = signal;
    signalRunning(signal);
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  try {
    return await job(interruptCode);
  } catch (error) {
    if (received === undefined) throw error;
    return interruptCode();
  } finally {
    for (const signal of SIGNALS) process.off(signal, remember);
  }
}
