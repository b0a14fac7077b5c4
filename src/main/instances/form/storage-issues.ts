import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineInfo } from '../../../shared/contract/engine.ts';
import type { VolumeContent } from '../../../shared/contract/volumes.ts';
import type { FieldIssue } from '../../../shared/field-issue.ts';
import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import type { ContainerSummary, VolumeInfo } from '../../docker/engine-types.ts';

export interface StorageSurroundings {
  engine: EngineInfo | null;
  containers: readonly ContainerSummary[];
  volumes: readonly VolumeInfo[];
  /** Major version of the chosen image; null: not known. */
  imageMajor: number | null;
  /** What a volume holds. */
  contentOf(volume: string): Promise<VolumeContent>;
}

/** What stands against keeping the data of a new instance where the specification says. */
export async function storageIssues(
  around: StorageSurroundings,
  { storage }: Pick<InstanceSpec, 'storage'>,
): Promise<FieldIssue[]> {
  switch (storage.kind) {
    case 'named-volume':
      return around.volumes.some(({ Name }) => Name === storage.name)
        ? [issue('error', 'name-taken', { name: storage.name, kind: 'volume' })]
        : [];
    case 'existing-volume':
      return volumeIssues(around, storage.name);
    case 'folder':
      return around.engine?.local === true ? folderIssues(around, storage.path) : [];
    case 'anonymous':
    case 'memory':
      return [];
  }
}

async function volumeIssues(around: StorageSurroundings, name: string): Promise<FieldIssue[]> {
  if (!around.volumes.some(({ Name }) => Name === name)) return [issue('error', 'volume-missing', { name })];
  const users = around.containers.filter(({ mounts }) => mounts.some((mount) => mount.name === name));
  const holder = users.map(({ names, id }) => names[0] ?? id.slice(0, 12)).join(', ');
  const running = users.some(
    ({ state }) => state === 'running' || state === 'paused' || state === 'restarting',
  );
  const content = await around.contentOf(name);
  return [
    ...(users.length > 0 ? [issue(running ? 'error' : 'warning', 'volume-in-use', { holder })] : []),
    ...(content.kind === 'postgres' ? clusterIssues(content.major, around.imageMajor) : []),
    ...(content.kind === 'other' ? [issue('error', 'folder-not-empty', { name })] : []),
  ];
}

/** A folder of this machine; one that cannot be looked at is left to the engine. */
async function folderIssues(around: StorageSurroundings, path: string): Promise<FieldIssue[]> {
  const names = await readdir(path).catch(() => []);
  if (names.length === 0) return [];
  const major = await majorIn(path, names);
  if (major !== null) return clusterIssues(major, around.imageMajor);
  return [issue('error', 'folder-not-empty', { path })];
}

/** Up to 17 the cluster lies in the folder itself, from 18 on in `18/docker` of it. */
async function majorIn(path: string, names: readonly string[]): Promise<number | null> {
  const places = [
    path,
    ...names.filter((name) => /^\d+$/.test(name)).map((name) => join(path, name, 'docker')),
  ];
  for (const place of places) {
    const file = join(place, 'PG_VERSION');
    const found = (await stat(file).catch(() => null))?.isFile() ? await readFile(file, 'utf8') : '';
    const major = Number.parseInt(found, 10);
    if (major > 0) return major;
  }
  return null;
}

function clusterIssues(found: number, wanted: number | null): FieldIssue[] {
  if (wanted !== null && wanted !== found) return [issue('error', 'volume-other-major', { found, wanted })];
  return [issue('warning', 'volume-initialised', { major: found })];
}

function issue(
  severity: FieldIssue['severity'],
  problem: FieldIssue['problem'],
  values: FieldIssue['values'],
): FieldIssue {
  return { field: 'storage', severity, problem, values };
}
