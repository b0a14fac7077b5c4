import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../lib/cache-folder.mjs';

/**
 * What a private engine consists of, written down before it starts, so that a later run can clear away the
 * engine of a run that was killed: `{ owner, folder, bridge, subnet, cgroup, processes }`; `owner` is the run's process id.
 */
export function writeRecord(record, cache = cacheFolder()) {
  mkdirSync(recordsFolder(cache), { recursive: true });
  writeFileSync(recordFile(record, cache), JSON.stringify(record));
}

/** Forgets an engine that is gone. */
export function removeRecord(record, cache = cacheFolder()) {
  rmSync(recordFile(record, cache), { force: true });
}

/** All engines that are written down. */
export function readRecords(cache = cacheFolder()) {
  const folder = recordsFolder(cache);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function recordsFolder(cache) {
  return join(cache, 'private-engines');
}

function recordFile(record, cache) {
  return join(recordsFolder(cache), `${record.owner}.json`);
}
