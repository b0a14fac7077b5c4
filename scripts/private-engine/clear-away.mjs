import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isAlive } from '../lib/background-process.mjs';
import { requestEngine } from '../lib/engine-request.mjs';
import { unmountBelow } from '../lib/mounts.mjs';
import { run } from '../lib/run.mjs';
import { closeFirewall } from './firewall.mjs';
import { readRecords, removeRecord } from './records.mjs';

const DAEMON_GRACE_MS = 30_000;

/** Ends a private engine and removes everything it consisted of. Safe to call for one that is half gone. */
export async function clearAway(record) {
  await removeContainers(join(record.folder, 'docker.sock'));
  for (const pid of [...record.processes].reverse()) {
    if (isOurs(pid, record.folder)) await endProcess(pid, DAEMON_GRACE_MS);
  }
  await unmountBelow(record.folder);
  rmSync(record.folder, { recursive: true, force: true });
  await removeBridge(record.bridge);
  if (record.subnet !== undefined) await closeFirewall(record.subnet);
  for (const at of cgroupFolders(record.cgroup)) rmdirSync(at);
  removeRecord(record);
}

/** Clears away what runs that were killed have left behind. */
export async function clearAwayLeftovers() {
  for (const record of readRecords()) {
    if (!isAlive(record.owner)) await clearAway(record);
  }
}

/** Killing them one by one is quicker than waiting for each to stop: nobody needs what is inside. */
async function removeContainers(socketPath) {
  const endpoint = { socketPath };
  try {
    const listed = JSON.parse(
      await requestEngine(endpoint, 'GET', '/containers/json?all=1', { timeoutMs: 5000 }),
    );
    for (const { Id } of listed) await requestEngine(endpoint, 'DELETE', `/containers/${Id}?force=1&v=1`);
  } catch {
    // It does not answer: ending the processes is all that is left to do.
  }
}

async function removeBridge(name) {
  const links = JSON.parse(await run('ip', ['-json', 'link', 'show', 'type', 'bridge']));
  if (links.some((link) => link.ifname === name)) await run('ip', ['link', 'delete', name]);
}

/** Process ids are used again: only a process that was started for this folder is ended. */
function isOurs(pid, folder) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}

/** One folder per controller with control groups of version 1, one alone with version 2. */
function cgroupFolders(name) {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, at]) => join(at, name))
    .filter((at) => existsSync(at));
}
