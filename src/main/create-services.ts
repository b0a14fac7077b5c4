import { homedir } from 'node:os';
import { join } from 'node:path';
import { ChangeFeed } from './changes/change-feed.ts';
import { ContainerList } from './containers/container-list.ts';
import { createDatabaseServices } from './create-database-services.ts';
import { EngineConnection } from './docker/engine-connection.ts';
import { openEngineChoiceStore } from './engine/engine-choice-store.ts';
import { createEngineService } from './engine/engine-service.ts';
import { createHostService } from './host/host-service.ts';
import { ImageConfigCache } from './images/image-config-cache.ts';
import { ImageOperations } from './images/operations/image-operations.ts';
import { createServerAccess } from './instances/access/server-access.ts';
import { specIssuesHere } from './instances/form/check-spec.ts';
import { InstanceDirectory } from './instances/instance-directory.ts';
import { openHalfInitialisedStore } from './instances/operations/half-initialised-store.ts';
import { createInstanceOperations } from './instances/operations/instance-operations.ts';
import type { Logger } from './lib/logger.ts';
import { OperationRunner } from './operations/operation-runner.ts';
import { tellOperations } from './operations/tell-operations.ts';
import type { Platform } from './platform/platform.ts';
import { restoreOperationPlan } from './restore-operation-plan.ts';
import { RestorePointExpiry } from './restore-points/restore-point-expiry.ts';
import { openRestorePointStore } from './restore-points/restore-point-store.ts';
import { openSettingsStore } from './settings/settings-store.ts';
import { VolumeContents } from './volumes/volume-contents.ts';
import { createVolumeSizes } from './volumes/volume-sizes.ts';

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Builds the object graph that both hosts serve. Resolves before an engine was found: the window says what is tried. */
export async function createServices({ platform, log }: { platform: Platform; log: Logger }) {
  const { dataDir, configDir } = platform.paths;
  const engine = await openEngineConnection(configDir, log);
  const changes = new ChangeFeed(engine);
  const images = new ImageConfigCache();
  const access = createServerAccess({ engine, secrets: platform.secrets });
  const restorePoints = await openRestorePointStore(dataDir, engine, () =>
    changes.publish('restore-points', 'volumes'),
  );
  const halfInitialised = await openHalfInitialisedStore(dataDir, () => changes.publish('containers'));
  const settings = await openSettingsStore(configDir, () => changes.publish('settings'));
  const databases = await createDatabaseServices({ platform, engine, access, changes, log });
  const volumeSizes = createVolumeSizes(engine);
  const planDeps = { engine, access, restorePoints, halfInitialised };
  const runner = await OperationRunner.open({
    journalFile: join(dataDir, 'operations.jsonl'),
    engine,
    restore: (kind, id, facts) => restoreOperationPlan(planDeps, kind, id, facts),
    logger: log,
  });
  const volumeContents = new VolumeContents(engine);
  const checkDeps = { engine, contentOf: (volume: string) => contentOf(volumeContents, volume) };
  const restorePointDeps = { engine, restorePoints, settings, volumeSizes, runner, logger: log };
  const expiry = new RestorePointExpiry(restorePointDeps);
  const imageOperations = new ImageOperations({ engine, runner });
  const runningOn = (name: string) => runner.runningOn(name);
  const directory = new InstanceDirectory({ engine, changes, access, halfInitialised, runningOn, log });
  const containers = new ContainerList({ engine, images, onLearned: () => changes.publish('containers') });

  tellOperations(runner, changes);
  onConnected(engine, () => {
    void runner.assessInterrupted();
    expiry.start();
  });
  void engine.start();

  return {
    engine,
    engineService: createEngineService(engine),
    host: createHostService(platform),
    access,
    changes,
    checkDeps,
    ...databases.services,
    containers,
    directory,
    images,
    imageOperations,
    instances: createInstanceOperations(
      { ...planDeps, runner, checkSpec: (spec) => specIssuesHere(checkDeps, spec) },
      volumeSizes,
    ),
    operations: runner,
    restorePointDeps,
    restorePoints,
    settings,
    volumeContents,
    volumeSizes,
    hasRunningOperations: () => runner.hasRunning() || databases.hasRunning(),
    dispose: async () => {
      imageOperations.dispose();
      await databases.dispose();
      await runner.settle();
      await containers.dispose();
      await volumeContents.dispose();
      directory.dispose();
      changes.dispose();
      await engine.dispose();
      // Both may wait for an answer of the engine until then.
      await expiry.dispose();
      await runner.dispose(0);
    },
  };
}

async function contentOf(contents: VolumeContents, volume: string) {
  return (await contents.of([volume]))[volume] ?? { kind: 'unknown' as const };
}

async function openEngineConnection(configDir: string, log: Logger): Promise<EngineConnection> {
  return new EngineConnection({
    env: process.env,
    home: homedir(),
    platform: process.platform,
    log,
    choiceStore: await openEngineChoiceStore(configDir),
  });
}

function onConnected(engine: EngineConnection, listener: () => void): void {
  engine.onStatus(({ state }) => {
    if (state === 'connected') listener();
  });
}
