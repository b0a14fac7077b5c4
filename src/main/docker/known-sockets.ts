import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface KnownSocket {
  label: string;
  address: string;
}

/** What finding an engine depends on. */
export interface EngineSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  platform: NodeJS.Platform;
  /** User id for `/run/user/UID`; null where there are none. */
  uid: number | null;
  /** Whether something is at this path (even when it may not be opened). */
  exists: (path: string) => Promise<boolean>;
}

/** Where the docker CLI looks when nothing is set. */
export function defaultSocket(platform: NodeJS.Platform): KnownSocket {
  return platform === 'win32'
    ? { label: 'Docker', address: 'npipe:////./pipe/docker_engine' }
    : { label: 'Docker', address: 'unix:///var/run/docker.sock' };
}

/** The places where Docker, its desktop products and Podman put their sockets; those that are there. */
export async function listKnownSockets(around: EngineSurroundings): Promise<KnownSocket[]> {
  if (around.platform === 'win32') {
    return [
      { label: 'Docker Desktop', address: 'npipe:////./pipe/dockerDesktopLinuxEngine' },
      { label: 'Podman', address: 'npipe:////./pipe/podman-machine-default' },
    ];
  }
  const candidates = [...fixedPlaces(around), ...(await profilePlaces(around.home))];
  const present = await Promise.all(candidates.map(([, path]) => around.exists(path)));
  return candidates
    .filter((_, index) => present[index])
    .map(([label, path]) => ({ label, address: `unix://${path}` }));
}

function fixedPlaces({ env, home, uid }: EngineSurroundings): [string, string][] {
  const runtime = env.XDG_RUNTIME_DIR || (uid === null ? '' : `/run/user/${uid}`);
  const inRuntime: [string, string][] =
    runtime === ''
      ? []
      : [
          ['Docker (rootless)', join(runtime, 'docker.sock')],
          ['Podman (rootless)', join(runtime, 'podman', 'podman.sock')],
        ];
  const machines = join(home, '.local', 'share', 'containers', 'podman', 'machine');
  return [
    ['Docker Desktop', join(home, '.docker', 'run', 'docker.sock')],
    ['Docker Desktop', join(home, '.docker', 'desktop', 'docker.sock')],
    ['OrbStack', join(home, '.orbstack', 'run', 'docker.sock')],
    ['Rancher Desktop', join(home, '.rd', 'docker.sock')],
    ...inRuntime,
    ['Podman', '/run/podman/podman.sock'],
    ['Podman machine', join(machines, 'podman.sock')],
    ['Podman machine', join(machines, 'qemu', 'podman.sock')],
  ];
}

/** Colima and Lima have a folder per virtual machine. */
async function profilePlaces(home: string): Promise<[string, string][]> {
  const colimaHomes = [join(home, '.colima'), join(home, '.config', 'colima')];
  const colima = await Promise.all(
    colimaHomes.map(async (folder) =>
      (await foldersIn(folder)).map((profile): [string, string] => [
        profile === 'default' ? 'Colima' : `Colima (${profile})`,
        join(folder, profile, 'docker.sock'),
      ]),
    ),
  );
  const lima = (await foldersIn(join(home, '.lima'))).flatMap((machine): [string, string][] =>
    ['docker.sock', 'podman.sock'].map((name) => [
      `Lima (${machine})`,
      join(home, '.lima', machine, 'sock', name),
    ]),
  );
  return [...colima.flat(), ...lima];
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort((one, other) => Number(other === 'default') - Number(one === 'default') || (one < other ? -1 : 1));
}
