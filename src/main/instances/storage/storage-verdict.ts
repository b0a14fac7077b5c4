import type { InstanceStorage } from '../../../shared/contract/instances.ts';
import type { ContainerInspect, ImageInspect } from '../../docker/engine-types.ts';
import { dataDirectory, isInside } from './data-directory.ts';

/** A mount of a container, whatever way it was asked for. */
interface StorageMount {
  kind: 'named-volume' | 'anonymous-volume' | 'folder' | 'memory';
  source: string | null;
  path: string;
}

type Beside = InstanceStorage['beside'];

/** Places where people mean to keep a cluster; something lasting mounted there and not holding it is a mistake. */
const dataPlaces = ['/var/lib/postgresql', '/var/lib/postgres', '/var/lib/pgsql', '/bitnami/postgresql'];

/**
 * What holds the effective data directory of a container and what that means for the data: the mount with the longest
 * prefix of it decides. Pure; `image` only serves as the last source of PGDATA.
 */
export function storageOf(inspect: ContainerInspect, image: ImageInspect | null): InstanceStorage {
  const directory = dataDirectory(inspect, image);
  const mounts = storageMounts(inspect);
  const holder = mounts
    .filter(({ path }) => isInside(directory, path))
    .reduce<StorageMount | null>(
      (best, mount) => (best === null || mount.path.length > best.path.length ? mount : best),
      null,
    );
  const beside =
    holder?.kind === 'named-volume' || holder?.kind === 'folder' ? null : besideData(mounts, directory);
  const verdict = verdictOf(holder, beside, inspect.HostConfig.AutoRemove === true);
  return {
    kind: holder?.kind ?? 'container',
    source: holder?.source ?? null,
    mountPath: holder?.path ?? null,
    dataDirectory: directory,
    verdict,
    beside: verdict === 'not-protected' ? beside : null,
  };
}

function verdictOf(
  holder: StorageMount | null,
  beside: Beside,
  autoRemove: boolean,
): InstanceStorage['verdict'] {
  switch (holder?.kind) {
    case 'named-volume':
    case 'folder':
      return 'kept';
    case 'memory':
      return 'memory-only';
    case 'anonymous-volume':
      // With --rm the engine deletes anonymous volumes together with the container, at stop.
      return beside !== null || autoRemove ? 'not-protected' : 'orphaned-on-removal';
    case undefined:
      return 'not-protected';
  }
}

function besideData(mounts: readonly StorageMount[], directory: string): Beside {
  const meant = mounts.find(
    ({ kind, path }) =>
      (kind === 'named-volume' || kind === 'folder') &&
      (isInside(directory, path) ||
        isInside(path, directory) ||
        dataPlaces.some((place) => isInside(path, place))),
  );
  return meant === undefined ? null : { source: meant.source ?? '', mountPath: meant.path };
}

/** tmpfs of `--tmpfs` shows only in `HostConfig.Tmpfs`, and one of `--mount` not always among the mounts. */
function storageMounts(inspect: ContainerInspect): StorageMount[] {
  const fromMounts = inspect.Mounts.map(({ Type, Name, Source, Destination }): StorageMount => {
    const path = trimmed(Destination);
    if (Type === 'tmpfs') return { kind: 'memory', source: null, path };
    if (Type === 'bind') return { kind: 'folder', source: Source, path };
    const name = Name ?? Source;
    return { kind: isAnonymousVolumeName(name) ? 'anonymous-volume' : 'named-volume', source: name, path };
  });
  const tmpfs = [
    ...Object.keys(inspect.HostConfig.Tmpfs ?? {}),
    ...(inspect.HostConfig.Mounts ?? []).filter(({ Type }) => Type === 'tmpfs').map(({ Target }) => Target),
  ].map((path): StorageMount => ({ kind: 'memory', source: null, path: trimmed(path) }));
  // Memory first: `storageOf` keeps the first of equally long paths, and a tmpfs hides what the image put there.
  return [...tmpfs, ...fromMounts];
}

/** Volumes that the engine named itself, by 64 hexadecimal digits. */
export function isAnonymousVolumeName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
