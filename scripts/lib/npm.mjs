import { run } from './run.mjs';

/** Command and arguments that run npm without a shell. */
export function npmCommand(...args) {
  // Node refuses to start npm.cmd without a shell on Windows; the script of the npm that started us runs everywhere.
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script, ...args] : ['npm', ...args];
}

/** Runs npm and resolves with what it prints on stdout; options as for `run`. */
export function npm(args, options = {}) {
  const [command, ...rest] = npmCommand(...args);
  return run(command, rest, options);
}
