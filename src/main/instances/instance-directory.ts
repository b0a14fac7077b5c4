import type { Instance } from '../../shared/contract/instances.ts';
import type { ChangeFeed } from '../changes/change-feed.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { EngineConnection } from '../docker/engine-connection.ts';
import type {
  ContainerInspect,
  ContainerSummary,
  EngineEvent,
  ImageInspect,
  VolumeInfo,
} from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { ImageConfigCache } from '../images/image-config-cache.ts';
import { isPostgresImage } from '../images/is-postgres-image.ts';
import { readEnv } from '../images/read-image-config.ts';
import type { Logger } from '../lib/logger.ts';
import type { ServerAccess } from './access/server-access.ts';
import { describeInstance } from './describe-instance.ts';
import { InspectCache } from './inspect-cache.ts';
import { actionSubject, recreateUnavailable, resetUnavailable } from './operations/action-availability.ts';
import type { HalfInitialisedStore } from './operations/half-initialised-store.ts';
import { provisionalInspect } from './provisional-inspect.ts';
import { CrashLoopTracker } from './state/crash-loop-tracker.ts';
import { DecisiveLineReader } from './state/decisive-line-reader.ts';
import { ReadinessTracker } from './state/readiness-tracker.ts';
import { storageOf } from './storage/storage-verdict.ts';

export interface InstanceDirectoryDeps {
  engine: Pick<EngineConnection, 'client' | 'info' | 'onEvent' | 'onStatus'>;
  changes: Pick<ChangeFeed, 'publish'>;
  access: ServerAccess;
  halfInitialised: Pick<HalfInitialisedStore, 'isMarked'>;
  /** Id of the operation that works on the instance of this name. */
  runningOn(name: string): string | null;
  log: Logger;
}

/** An instance with what it was read from. */
export interface FoundInstance {
  instance: Instance;
  inspect: ContainerInspect;
}

/** So many the first list inspects before it answers: a few milliseconds. */
const quicklyInspected = 24;
/** Leaves the answer that is on its way the processor. */
const afterAnswerMs = 50;

interface Surroundings {
  volumes: readonly VolumeInfo[];
  containers: readonly ContainerSummary[];
}

/**
 * The Postgres containers of the engine: one list call, inspects kept until an event of their container, image configs
 * kept for good. Asks the servers in the background and publishes `containers` when an answer changes the picture.
 */
export class InstanceDirectory {
  readonly #deps: InstanceDirectoryDeps;
  readonly #inspects = new InspectCache();
  readonly #images = new ImageConfigCache();
  readonly #readiness: ReadinessTracker;
  readonly #crashLoops: CrashLoopTracker;
  readonly #lines: DecisiveLineReader;
  readonly #unsubscribe: (() => void)[];
  #hasListed = false;
  #learning: NodeJS.Timeout | undefined;

  constructor(deps: InstanceDirectoryDeps) {
    this.#deps = deps;
    const onChange = () => deps.changes.publish('containers');
    this.#readiness = new ReadinessTracker({ ...deps, onChange });
    this.#crashLoops = new CrashLoopTracker(onChange);
    this.#lines = new DecisiveLineReader(deps.engine, onChange);
    this.#unsubscribe = [
      deps.engine.onEvent((event) => this.#onEvent(event)),
      deps.engine.onStatus(({ state }) => {
        // Events may have been missed.
        if (state === 'connected') this.#inspects.retain(new Set());
      }),
    ];
  }

  /**
   * All instances by name. The very first list does not wait for hundreds of inspects: it answers what one list call
   * tells, and publishes `containers` when the rest is known.
   * @throws AppFailure `engine-unreachable`
   */
  async list(): Promise<Instance[]> {
    const docker = this.#deps.engine.client();
    const containers = await docker.listContainers();
    const found = await this.#onlyPostgres(docker, containers);
    const ids = found.map(({ summary }) => summary.id);
    this.#retain(new Set(ids));
    const isQuick = this.#hasListed || ids.length <= quicklyInspected;
    this.#hasListed = true;
    if (!isQuick) this.#learning = setTimeout(() => this.#learn(docker, ids), afterAnswerMs);
    const [volumes, ...inspects] = isQuick
      ? await Promise.all([docker.listVolumes(), ...ids.map((id) => this.#inspects.get(docker, id))])
      : [[]];
    const around = { containers, volumes };
    this.#readiness.sync(inspects.filter((inspect) => inspect != null));
    return found
      .flatMap(({ summary, image }, index) => {
        const inspect = inspects[index];
        if (inspect === null) return [];
        if (inspect !== undefined) this.#crashLoops.observe(inspect);
        return [this.#describe(inspect ?? provisionalInspect(summary, image), image, around)];
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  }

  /**
   * One container, by id or name, as it is now.
   * @throws AppFailure `not-found`, `engine-unreachable`
   */
  async find(idOrName: string): Promise<FoundInstance> {
    const docker = this.#deps.engine.client();
    const [inspect, containers, volumes] = await Promise.all([
      docker.inspectContainer(idOrName),
      docker.listContainers(),
      docker.listVolumes(),
    ]);
    const image = await this.#images.get(docker, inspect.Image);
    this.#crashLoops.observe(inspect);
    return { inspect, instance: this.#describe(inspect, image, { containers, volumes }) };
  }

  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    clearTimeout(this.#learning);
    this.#readiness.dispose();
    this.#crashLoops.dispose();
  }

  /** With the image of each; null: it is gone. */
  async #onlyPostgres(docker: DockerClient, containers: readonly ContainerSummary[]) {
    const looked = await Promise.all(
      containers
        .filter((summary) => summary.labels[labels.helper] === undefined)
        .map(async (summary) => ({ summary, image: await this.#images.get(docker, summary.imageId) })),
    );
    return looked.filter(
      ({ summary, image }) =>
        summary.labels[labels.managed] === 'true' ||
        isPostgresImage(summary.image) ||
        (image !== null && readEnv(image.Config, 'PGDATA') !== null),
    );
  }

  /** Inspects them all and has the list read again. A failure shows at that reading. */
  #learn(docker: DockerClient, ids: readonly string[]): void {
    void Promise.allSettled(ids.map((id) => this.#inspects.get(docker, id))).then(() =>
      this.#deps.changes.publish('containers'),
    );
  }

  #describe(
    inspect: ContainerInspect,
    image: ImageInspect | null,
    { containers, volumes }: Surroundings,
  ): Instance {
    const storage = storageOf(inspect, image);
    const readiness = this.#readiness.readinessOf(inspect);
    const crashLooping = this.#crashLoops.isLooping(inspect, readiness.ready);
    const subject = actionSubject(inspect, storage, volumes, containers);
    const { halfInitialised, runningOn } = this.#deps;
    return describeInstance(inspect, {
      storage,
      readiness,
      crashLooping,
      decisiveLogLine: this.#lines.lineOf(inspect, crashLooping),
      halfInitialised: halfInitialised.isMarked({
        storage,
        containerId: inspect.Id,
        volume: subject.volume,
      }),
      resetUnavailable: resetUnavailable(subject),
      recreateUnavailable: recreateUnavailable(subject),
      operationId: runningOn(inspect.Name.replace(/^\//, '')),
    });
  }

  #onEvent({ type, action, actorId, attributes }: EngineEvent): void {
    const id = type === 'network' ? (attributes.container ?? '') : actorId;
    if (type !== 'container' && type !== 'network') return;
    this.#inspects.delete(id);
    if (action === 'die' || action === 'destroy' || action === 'pause') this.#readiness.forget(id);
    if (action.startsWith('health_status')) this.#readiness.recheck(id);
  }

  #retain(ids: ReadonlySet<string>): void {
    this.#inspects.retain(ids);
    this.#crashLoops.retain(ids);
    this.#lines.retain(ids);
  }
}
