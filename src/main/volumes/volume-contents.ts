import { setTimeout as delay } from 'node:timers/promises';
import type { VolumeContent } from '../../shared/contract/volumes.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerSummary, VolumeInfo } from '../docker/engine-types.ts';
import { readVolumeContents } from './read-volume-contents.ts';
import { usersOfVolume } from './users-of-volume.ts';
import { volumeRow } from './volume-list.ts';

/** Of a volume in use: its cluster may be in the making, and reading it again costs no helper. */
const freshInUseMs = 2000;
/** Long enough that the events of a helper, which cause the next question, do not cause the next helper. */
const freshUnusedMs = 30_000;
const keep = 1000;
const graceMs = 2000;

interface Known {
  key: string;
  content: VolumeContent;
  untilMs: number;
}

/**
 * Knows what volumes hold. A cluster is read once; what is empty or something else may become one, and is read again
 * after a while, or when other containers use the volume. Owns the reads under way: `dispose` ends them.
 */
export class VolumeContents {
  readonly #known = new Map<string, Known>();
  readonly #reads = new Set<Promise<unknown>>();
  readonly #life = new AbortController();

  constructor(private readonly engine: { client(): DockerClient }) {}

  /**
   * What the volumes of these names hold, as far as there are such. Nothing is started for it.
   * @throws AppFailure `engine-unreachable`
   */
  async of(names: readonly string[]): Promise<Record<string, VolumeContent>> {
    const docker = this.engine.client();
    const [all, containers] = await Promise.all([docker.listVolumes(), docker.listContainers()]);
    const wanted = new Set(names);
    const volumes = all.filter(({ Name }) => wanted.has(Name));
    const unknown = volumes.filter((volume) => this.#find(volume, containers) === null);
    await this.#read(docker, unknown, containers);
    const answer = volumes.map(({ Name }) => [Name, this.#known.get(Name)?.content ?? nothing] as const);
    for (const name of [...this.#known.keys()].slice(0, -keep)) this.#known.delete(name);
    return Object.fromEntries(answer);
  }

  /** Resolves when nothing is read any more and no helper is left, or when an engine that hangs is not worth waiting for. */
  async dispose(): Promise<void> {
    this.#life.abort();
    const timer = new AbortController();
    const late = delay(graceMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(this.#reads), late]);
    timer.abort();
  }

  #find(volume: VolumeInfo, containers: readonly ContainerSummary[]): VolumeContent | null {
    const known = this.#known.get(volume.Name);
    const isFresh = known?.key === keyOf(volume, containers) && performance.now() < known.untilMs;
    return isFresh ? known.content : null;
  }

  async #read(
    docker: DockerClient,
    volumes: readonly VolumeInfo[],
    containers: readonly ContainerSummary[],
  ): Promise<void> {
    const read = readVolumeContents(docker, volumes, containers, this.#life.signal);
    this.#reads.add(read);
    try {
      const found = await read;
      for (const volume of volumes) this.#remember(volume, containers, found.get(volume.Name) ?? nothing);
    } finally {
      this.#reads.delete(read);
    }
  }

  #remember(volume: VolumeInfo, containers: readonly ContainerSummary[], content: VolumeContent): void {
    const isUsed = usersOfVolume(volume.Name, containers).length > 0;
    const freshMs = isUsed ? freshInUseMs : freshUnusedMs;
    const untilMs = content.kind === 'postgres' ? Number.POSITIVE_INFINITY : performance.now() + freshMs;
    this.#known.delete(volume.Name);
    this.#known.set(volume.Name, { key: keyOf(volume, containers), content, untilMs });
  }
}

const nothing: VolumeContent = { kind: 'unknown' };

function keyOf(volume: VolumeInfo, containers: readonly ContainerSummary[]): string {
  const { cacheKey, usedBy } = volumeRow(volume, containers, null);
  return [cacheKey, ...usedBy.map(({ containerId, running }) => `${containerId} ${running}`)].join('|');
}
