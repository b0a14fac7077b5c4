import { spawn } from 'node:child_process';

const TAIL_CHARACTERS = 4000;

/** A command that ended with another code than 0; `tail` is the end of what it printed. */
export class CommandError extends Error {
  constructor(command, args, outcome, tail) {
    super(`${[command, ...args].join(' ')}: ${outcome}${tail === '' ? '' : `\n${tail}`}`);
    this.name = 'CommandError';
  }
}

/**
 * Runs a command without a shell and resolves with what it printed on stdout.
 * Options: `cwd`, `env`, `show` (let it print), `timeoutMs`, `signal`,
 * `encoding` of the output (utf8). Throws CommandError.
 */
export function run(command, args, options = {}) {
  const { cwd, env, show = false, timeoutMs, signal, encoding = 'utf8' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      signal,
      timeout: timeoutMs,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let stdout = '';
    let tail = '';
    child.stdout?.setEncoding(encoding);
    child.stderr?.setEncoding('utf8');
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
      tail = (tail + chunk).slice(-TAIL_CHARACTERS);
    });
    child.stderr?.on('data', (chunk) => {
      tail = (tail + chunk).slice(-TAIL_CHARACTERS);
    });
    child.on('error', (error) => reject(new CommandError(command, args, error.message, tail.trim())));
    child.on('close', (code, killedBy) => {
      if (code === 0) resolve(stdout);
      else reject(new CommandError(command, args, describeEnd(code, killedBy), tail.trim()));
    });
  });
}

function describeEnd(code, killedBy) {
  return code === null ? `ended by ${killedBy}` : `exit code ${code}`;
}
