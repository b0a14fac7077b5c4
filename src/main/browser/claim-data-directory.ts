import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Launcher } from './launcher.ts';
import { launcherDir, launcherPipe } from './launcher-address.ts';
import { LauncherLink } from './launcher-link.ts';

/** This process is the first on the data directory and answers later starts, or it is a later start. */
export type Claim = { role: 'first'; launcher: Launcher } | { role: 'second'; link: LauncherLink };

/**
 * Makes sure that one process works on a data directory at a time.
 *
 * Each process has a socket with a name of its own, so removing a dead one can never hit a live one. A process that
 * finds nobody opens its socket and looks again; of several that do so at once the one with the lowest name stays.
 * @throws Error when the folder of the sockets is somebody else's.
 */
export async function claimDataDirectory(dataDir: string): Promise<Claim> {
  if (process.platform === 'win32') return claimPipe(launcherPipe(dataDir));
  const dir = launcherDir(dataDir);
  await makePrivateDir(dir);
  for (;;) {
    const running = await findFirst(dir, null);
    if (running instanceof LauncherLink) return { role: 'second', link: running };
    const name = `${process.pid}-${randomBytes(4).toString('hex')}.sock`;
    const launcher = await Launcher.openSocket(join(dir, name));
    const rival = await findFirst(dir, name);
    if (rival === 'none') {
      launcher.announce();
      return { role: 'first', launcher };
    }
    await launcher.dispose();
    if (rival !== 'lower') rival.dispose();
  }
}

/**
 * Looks for the first among all sockets but `own`; a dead socket is removed. With a socket of one's own, a rival with a
 * lower name is reason enough to give way, while one with a higher name is waited for until it has decided.
 */
async function findFirst(dir: string, own: string | null): Promise<LauncherLink | 'lower' | 'none'> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sock') && name !== own);
  for (const name of names.sort()) {
    const link = await LauncherLink.open(join(dir, name));
    if (link === null) {
      await rm(join(dir, name), { force: true });
    } else if (own !== null && name < own) {
      link.dispose();
      return 'lower';
    } else if (await link.isFirst()) {
      return link;
    } else link.dispose();
  }
  return 'none';
}

async function claimPipe(path: string): Promise<Claim> {
  for (;;) {
    const launcher = await Launcher.openPipe(path);
    if (launcher !== null) {
      launcher.announce();
      return { role: 'first', launcher };
    }
    const link = await LauncherLink.open(path);
    if (link !== null) return { role: 'second', link };
  }
}

async function makePrivateDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(dir);
  if (uid !== process.getuid?.()) throw new Error(`${dir} belongs to another user`);
  if ((mode & 0o077) !== 0) await chmod(dir, 0o700);
}
