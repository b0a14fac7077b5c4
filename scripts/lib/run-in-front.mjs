import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { sendSignal } from './send-signal.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A terminal and npm may both hand on the same Ctrl+C. */
const SAME_SIGNAL_MS = 500;

/**
 * Runs a program as the one that matters: it has our output, gets our signals (its whole process group does, once
 * each), and resolves with its exit code, which is 128 + N after signal N.
 */
export function runInFront(command, args, { cwd, env = process.env } = {}) {
  // A group of its own, or Ctrl+C in a terminal would arrive twice: from the terminal and from here.
  const detached = process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached, stdio: ['ignore', 'inherit', 'inherit'] });
    let lastAtMs = 0;
    const forward = (signal) => {
      if (Date.now() - lastAtMs < SAME_SIGNAL_MS) return;
      lastAtMs = Date.now();
      sendSignal(child, signal);
    };
    for (const signal of SIGNALS) process.on(signal, forward);
    const settle = (finish) => {
      for (const signal of SIGNALS) process.off(signal, forward);
      finish();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('close', (code, signal) => settle(() => resolve(code ?? 128 + constants.signals[signal])));
  });
}
