import { spawn } from 'node:child_process';
import { sendSignal } from './send-signal.mjs';

const PART_CHARACTERS = 2000;
const running = new Set();

/** A command that ended with another code than 0; the message has the ends of what it printed. */
export class CommandError extends Error {
  constructor(command, args, outcome, printed) {
    super(`${[command, ...args].join(' ')}: ${outcome}${printed === '' ? '' : `\n${printed}`}`);
    this.name = 'CommandError';
  }
}

/** The first and the last part of what a command prints: npm says the reason first, apt says it last. */
class OutputEnds {
  #first = '';
  #last = '';

  add(chunk) {
    const room = PART_CHARACTERS - this.#first.length;
    this.#first += chunk.slice(0, room);
    this.#last = (this.#last + chunk.slice(room)).slice(-PART_CHARACTERS);
  }

  text() {
    const gap = this.#last.length === PART_CHARACTERS ? '\n[…]\n' : '';
    return `${this.#first}${gap}${this.#last}`.trim();
  }
}

/**
 * Runs a command without a shell and resolves with what it printed on stdout. Options: `cwd`, `env`, `timeoutMs`,
 * `encoding` of the output (utf8). Throws CommandError.
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, timeoutMs, encoding = 'utf8' } = options;
  // A group of its own, so that a timeout or an interruption reaches what the command has started, too.
  const detached = process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const timer = timeoutMs && setTimeout(() => sendSignal(child, 'SIGKILL'), timeoutMs);
    let stdout = '';
    const output = new OutputEnds();
    child.stdout.setEncoding(encoding).on('data', (chunk) => {
      stdout += chunk;
      output.add(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      output.add(chunk);
    });
    const fail = (outcome) => reject(new CommandError(command, args, outcome, output.text()));
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, killedBy) => {
      running.delete(child);
      clearTimeout(timer);
      if (code === 0) resolve(stdout);
      else fail(code === null ? `ended by ${killedBy}` : `exit code ${code}`);
    });
  });
}

/** Passes a signal on to every command that `run` is waiting for. */
export function signalRunning(signal) {
  for (const child of running) sendSignal(child, signal);
}
