import { readdir, readFile, readlink } from 'node:fs/promises';
import { parseListeningInodes } from './port-holder-output.ts';

/**
 * Name of the process that has a listening socket for the port among its files. Null when it belongs to somebody whose
 * files this process may not see.
 * @throws Error when /proc cannot be read.
 */
export async function linuxPortHolder(port: number): Promise<string | null> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readOrNothing(`/proc/net/${name}`)));
  const sockets = new Set(
    tables.flatMap((table) => parseListeningInodes(table, port)).map((inode) => `socket:[${inode}]`),
  );
  if (sockets.size === 0) return null;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (await hasOneOf(pid, sockets)) return (await readOrNothing(`/proc/${pid}/comm`)).trim() || null;
  }
  return null;
}

async function hasOneOf(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const directory = `/proc/${pid}/fd`;
  const files = await readdir(directory).catch(() => []);
  const links = await Promise.all(files.map((file) => readlink(`${directory}/${file}`).catch(() => '')));
  return links.some((link) => sockets.has(link));
}

/** Processes end while one looks, and IPv6 may be switched off. */
function readOrNothing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
