import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DockerClient } from '../../src/main/docker/docker-client.ts';
import { EngineConnection } from '../../src/main/docker/engine-connection.ts';
import { createServerAccess } from '../../src/main/instances/access/server-access.ts';
import { openHalfInitialisedStore } from '../../src/main/instances/operations/half-initialised-store.ts';
import type { InstanceOperationDeps } from '../../src/main/instances/operations/instance-operation-deps.ts';
import {
  createInstanceOperations,
  type InstanceOperations,
} from '../../src/main/instances/operations/instance-operations.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import { OperationRunner } from '../../src/main/operations/operation-runner.ts';
import type { PhaseHook } from '../../src/main/operations/run-plan.ts';
import { createSecretStore } from '../../src/main/platform/secret-store.ts';
import { restoreOperationPlan } from '../../src/main/restore-operation-plan.ts';
import { openRestorePointStore } from '../../src/main/restore-points/restore-point-store.ts';
import type { Operation } from '../../src/shared/contract/operations.ts';
import type { InstanceSpec } from '../../src/shared/instance-spec.ts';
import { docker as cli } from './docker-cli.ts';
import { removeByPrefix } from './remove-by-prefix.ts';
import { testImage } from './test-image.ts';

/** The services behind operations on the real engine, as `create-services` puts them together. */
export interface OperationsBench {
  deps: InstanceOperationDeps;
  operations: InstanceOperations;
  docker: DockerClient;
  /** Waits for an operation; answers how it ended. */
  ended(starting: Promise<string>): Promise<Operation>;
  dispose(): Promise<void>;
}

export interface BenchOptions {
  dataDir: string;
  onPhase?: PhaseHook;
  /** Default: nothing is ever wrong with a specification. */
  checkSpec?: InstanceOperationDeps['checkSpec'];
}

export async function openOperationsBench(options: BenchOptions): Promise<OperationsBench> {
  const { dataDir, onPhase, checkSpec = async () => [] } = options;
  const log = createSilentLogger();
  const engine = new EngineConnection({
    ...{ env: process.env, home: homedir(), platform: process.platform, log },
    choiceStore: { get: async () => null, set: async () => undefined },
  });
  await engine.start();
  const quiet = () => undefined;
  const planDeps = {
    engine,
    access: createServerAccess({ engine, secrets: createSecretStore(join(dataDir, 'secrets.json')) }),
    restorePoints: await openRestorePointStore(dataDir, engine, quiet),
    halfInitialised: await openHalfInitialisedStore(dataDir, quiet),
  };
  const runner = await OperationRunner.open({
    journalFile: join(dataDir, 'operations.jsonl'),
    engine,
    restore: (kind, id, facts) => restoreOperationPlan(planDeps, kind, id, facts),
    logger: log,
    ...(onPhase && { onPhase }),
  });
  const deps = { ...planDeps, runner, checkSpec };
  return {
    deps,
    operations: createInstanceOperations(deps, async () => ({})),
    docker: engine.client(),
    ended: async (starting) => runner.ended(await starting),
    async dispose() {
      await runner.dispose();
      await engine.dispose();
    },
  };
}

/** A bench in a folder of its own, and names of its own whose containers and volumes go with it. */
export async function openTestBench(
  options: Omit<BenchOptions, 'dataDir'> = {},
): Promise<OperationsBench & { prefix: string; dataDir: string; sweep(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'howdah-operations-'));
  const prefix = `t${dataDir.slice(-6).toLowerCase()}`;
  const bench = await openOperationsBench({ ...options, dataDir });
  return {
    ...bench,
    prefix,
    dataDir,
    async sweep() {
      await bench.dispose();
      await removeByPrefix(prefix);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A specification that works, with an unusual password, on a named volume `NAME-data`, not published. */
export function testSpec(name: string, changes: Partial<InstanceSpec> = {}): InstanceSpec {
  return {
    ...{ name, image: testImage, user: 'shop', password: `p@ss:/#%'" $word`, database: 'shop' },
    ...{ hostPort: null, hostAddress: '127.0.0.1', storage: { kind: 'named-volume', name: `${name}-data` } },
    ...{ initScripts: [], restartPolicy: 'no', healthCheck: false, network: null },
    parameters: [{ name: 'fsync', value: 'off' }],
    ...changes,
  };
}

/** An init script as the form hands it in. */
export function initScript(name: string, content: string): InstanceSpec['initScripts'][number] {
  return { name, contentBase64: Buffer.from(content).toString('base64') };
}

/** Runs SQL inside the container, over its socket; answers bare values, one line per row. */
export function psql(container: string, sql: string): Promise<string> {
  return cli('exec', container, 'psql', '-U', 'shop', '-d', 'shop', '-Atqc', sql);
}
