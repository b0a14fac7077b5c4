import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { say } from './say.mjs';

let listsAreFresh = false;
/** apt does one thing at a time. */
let lastInstallation = Promise.resolve();

/** Whether packages can be installed here without asking anybody: Linux, root, apt. */
export function canInstallPackages() {
  return process.platform === 'linux' && process.getuid() === 0 && hasCommand('apt-get');
}

/** Whether a program of this name is in PATH (or where root's programs are). */
export function hasCommand(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, name)));
}

/** `ID` of /etc/os-release, such as `debian`. */
export function systemId(osRelease = readOsRelease()) {
  return /^ID="?([^"\n]+)"?$/m.exec(osRelease)?.[1] ?? process.platform;
}

function readOsRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/** Installs Debian packages and says so before. Throws CommandError with apt's words. */
export function installPackages(names, why) {
  const installation = lastInstallation.then(() => install(names, why));
  lastInstallation = installation.catch(() => undefined);
  return installation;
}

async function install(names, why) {
  say(`installing ${names.join(', ')} with apt-get (${why})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  if (!listsAreFresh) {
    await run('apt-get', ['update', '-q'], { env });
    listsAreFresh = true;
  }
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  await run('apt-get', ['install', ...options, ...names], { env });
}

/** The first of several package names that this release of the system has. */
export async function availablePackage(...names) {
  for (const name of names) {
    const policy = await run('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(policy)) return name;
  }
  return undefined;
}
