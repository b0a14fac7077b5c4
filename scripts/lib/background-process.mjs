import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { pollUntil } from './poll.mjs';

/**
 * Starts a program that goes on without this one; its output goes to `logFile`. Returns
 * `{ pid, ended() }`, where `ended()` is undefined while it runs and its exit in words afterwards.
 */
export function startInBackground(command, args, { logFile, env = process.env }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { detached: true, env, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  let end;
  child.on('error', (error) => {
    end = error.message;
  });
  child.on('exit', (code, killedBy) => {
    end = killedBy ? `ended by ${killedBy}` : `exit code ${code}`;
  });
  return { pid: child.pid, ended: () => end };
}

/** Whether a process with this id exists and is not a zombie. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** Asks a process to end, and kills it when it does not within `graceMs`. */
export async function endProcess(pid, graceMs) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  const gone = () => !isAlive(pid);
  try {
    await pollUntil(`end of process ${pid}`, gone, { timeoutMs: graceMs });
  } catch {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await pollUntil(`end of process ${pid}`, gone, { timeoutMs: 5000 });
  }
}
