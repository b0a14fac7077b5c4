import type { Instance } from '../../shared/contract/instances.ts';
import type { ChangeFeed } from '../changes/change-feed.ts';
import type { EngineConnection } from '../docker/engine-connection.ts';
import type { ContainerInspect, ContainerSummary, EngineEvent, VolumeInfo } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { ImageConfigCache } from '../images/image-config-cache.ts';
import { isPostgresImage } from '../images/is-postgres-image.ts';
import { readEnv } from '../images/read-image-config.ts';
import type { Logger } from '../lib/logger.ts';
import { CrashLoopTracker } from './crash-loop-tracker.ts';
import { DecisiveLineReader } from './decisive-line-reader.ts';
import { describeInstance } from './describe-instance.ts';
import { InspectCache } from './inspect-cache.ts';
import { actionSubject, recreateUnavailable, resetUnavailable } from './operations/action-availability.ts';
import type { HalfInitialisedStore } from './operations/half-initialised-store.ts';
import { ReadinessTracker } from './readiness-tracker.ts';
import type { ServerAccess } from './server-access.ts';
import { storageOf } from './storage-verdict.ts';

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

  constructor(deps: InstanceDirectoryDeps) {
    this.#deps = deps;
    const onChange = () => deps.changes.publish('containers');
    this.#readiness = new ReadinessTracker({ ...deps, onChange });
    this.#crashLoops = new CrashLoopTracker(onChange);
    this.#lines = new DecisiveLineReader(deps.engine);
    this.#unsubscribe = [
      deps.engine.onEvent((event) => this.#onEvent(event)),
      deps.engine.onStatus(({ state }) => {
        // Events may have been missed.
        if (state === 'connected') this.#inspects.retain(new Set());
      }),
    ];
  }

  /** @throws AppFailure `engine-unreachable` */
  async list(): Promise<Instance[]> {
    const docker = this.#deps.engine.client();
    const [containers, volumes] = await Promise.all([docker.listContainers(), docker.listVolumes()]);
    const isInstance = await Promise.all(containers.map((container) => this.#isPostgres(container)));
    const ids = containers.filter((_, index) => isInstance[index]).map(({ id }) => id);
    this.#retain(new Set(ids));
    const inspects = (await Promise.all(ids.map((id) => this.#inspects.get(docker, id)))).filter(
      (inspect) => inspect !== null,
    );
    this.#readiness.sync(inspects);
    const instances = await Promise.all(
      inspects.map((inspect) => this.#describe(inspect, { containers, volumes })),
    );
    return instances.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
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
    return { inspect, instance: await this.#describe(inspect, { containers, volumes }) };
  }

  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#readiness.dispose();
    this.#crashLoops.dispose();
  }

  async #isPostgres({ labels: given, image, imageId }: ContainerSummary): Promise<boolean> {
    if (given[labels.helper] !== undefined) return false;
    if (given[labels.managed] === 'true' || isPostgresImage(image)) return true;
    const config = (await this.#images.get(this.#deps.engine.client(), imageId))?.Config;
    return config !== undefined && readEnv(config, 'PGDATA') !== null;
  }

  async #describe(inspect: ContainerInspect, { containers, volumes }: Surroundings): Promise<Instance> {
    const storage = storageOf(inspect, await this.#images.get(this.#deps.engine.client(), inspect.Image));
    const readiness = this.#readiness.readinessOf(inspect);
    this.#crashLoops.observe(inspect);
    const crashLooping = this.#crashLoops.isLooping(inspect, readiness.ready);
    const subject = actionSubject(inspect, storage, volumes, containers);
    const { halfInitialised, runningOn } = this.#deps;
    return describeInstance(inspect, {
      storage,
      readiness,
      crashLooping,
      decisiveLogLine: await this.#lines.lineOf(inspect, crashLooping),
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
