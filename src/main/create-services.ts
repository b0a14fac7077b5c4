import { homedir } from 'node:os';
import { join } from 'node:path';
import { ChangeFeed } from './changes/change-feed.ts';
import { ContainerList } from './containers/container-list.ts';
import { EngineConnection } from './docker/engine-connection.ts';
import { openEngineChoiceStore } from './engine/engine-choice-store.ts';
import { createEngineService } from './engine/engine-service.ts';
import { createHostService } from './host/host-service.ts';
import { ImageConfigCache } from './images/image-config-cache.ts';
import { specIssuesHere } from './instances/check-spec.ts';
import { InstanceDirectory } from './instances/instance-directory.ts';
import { openHalfInitialisedStore } from './instances/operations/half-initialised-store.ts';
import { createInstanceOperations } from './instances/operations/instance-operations.ts';
import { restoreInstancePlan } from './instances/operations/restore-instance-plan.ts';
import { createServerAccess } from './instances/server-access.ts';
import type { Logger } from './lib/logger.ts';
import { listUserNetworks } from './networks/network-list.ts';
import { OperationRunner } from './operations/operation-runner.ts';
import type { Platform } from './platform/platform.ts';
import { openRestorePointStore } from './restore-points/restore-point-store.ts';
import { openSettingsStore } from './settings/settings-store.ts';

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Builds the object graph that both hosts serve. Resolves before an engine was found: the window says what is tried. */
export async function createServices({
  platform,
  log,
}: {
  platform: Platform;
  log: Logger;
  options: unknown;
}) {
  const { dataDir, configDir } = platform.paths;
  const engine = new EngineConnection({
    env: process.env,
    home: homedir(),
    platform: process.platform,
    log,
    choiceStore: await openEngineChoiceStore(configDir),
  });
  const changes = new ChangeFeed(engine);
  const images = new ImageConfigCache();
  const access = createServerAccess({ engine, secrets: platform.secrets });
  const restorePoints = await openRestorePointStore(dataDir, () =>
    changes.publish('restore-points', 'volumes'),
  );
  const halfInitialised = await openHalfInitialisedStore(dataDir, () => changes.publish('containers'));
  const settings = await openSettingsStore(configDir, () => changes.publish('settings'));
  const planDeps = { engine, access, restorePoints, halfInitialised };
  const runner = await OperationRunner.open({
    journalFile: join(dataDir, 'operations.jsonl'),
    restore: (kind, id, facts) => restoreInstancePlan(planDeps, kind, id, facts),
    logger: log,
  });
  runner.onChange(() => changes.publish('operations'));
  const directory = new InstanceDirectory({
    engine,
    changes,
    access,
    halfInitialised,
    runningOn: (name) => runner.runningOn(name),
    log,
  });
  const containers = new ContainerList({ engine, images, onLearned: () => changes.publish('containers') });
  const checkDeps = { engine, contentOf: async () => ({ kind: 'unknown' as const }) };
  const instances = createInstanceOperations(
    { ...planDeps, runner, checkSpec: (spec) => specIssuesHere(checkDeps, spec) },
    async () => ({}),
  );
  void engine.start();
  return {
    engineHandle: engine,
    engine: createEngineService(engine),
    changes,
    images,
    access,
    containers,
    directory,
    instances,
    checkDeps,
    operations: runner,
    settings,
    listNetworks: () => listUserNetworks(engine.client()),
    host: createHostService(platform, '0.1.0'),
    hasRunningOperations: () => runner.hasRunning(),
    dispose: async () => {
      await runner.dispose();
      await containers.dispose();
      directory.dispose();
      changes.dispose();
      await engine.dispose();
    },
  };
}
