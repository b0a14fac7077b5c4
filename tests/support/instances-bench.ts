import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { ChangeFeed } from '../../src/main/changes/change-feed.ts';
import { EngineConnection } from '../../src/main/docker/engine-connection.ts';
import { createServerAccess, type ServerAccess } from '../../src/main/instances/access/server-access.ts';
import { InstanceDirectory } from '../../src/main/instances/instance-directory.ts';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import type { Topic } from '../../src/shared/contract/changes.ts';
import type { Instance } from '../../src/shared/contract/instances.ts';
import { docker as cli } from './docker-cli.ts';
import { removeByPrefix } from './remove-by-prefix.ts';
import { testImage } from './test-image.ts';
import { waitFor } from './wait-for.ts';

/** The read side of instances on the real engine; containers, volumes and networks named `prefix…` go with it. */
export interface InstancesBench {
  engine: EngineConnection;
  access: ServerAccess;
  directory: InstanceDirectory;
  published: Topic[];
  prefix: string;
  /** `docker run -d` of the test image; answers the container's name. */
  run(suffix: string, options?: string[], command?: string[], image?: string): Promise<string>;
  /** The instance of this name as the list shows it. */
  listed(name: string): Promise<Instance | null>;
  /** Waits until the list shows it in this state. */
  reaches(name: string, state: Instance['state']): Promise<Instance>;
  dispose(): Promise<void>;
}

export async function openInstancesBench(): Promise<InstancesBench> {
  const log = createSilentLogger();
  const engine = new EngineConnection({
    ...{ env: process.env, home: homedir(), platform: process.platform, log },
    choiceStore: { get: async () => null, set: async () => undefined },
  });
  await engine.start();
  await waitFor('the engine', () => engine.info());
  const kept = new Map<string, string>();
  const secrets = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: string) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  };
  const access = createServerAccess({ engine, secrets });
  const changes = new ChangeFeed(engine);
  const published: Topic[] = [];
  changes.onChange((topics) => published.push(...topics));
  const halfInitialised = { isMarked: () => false };
  const directory = new InstanceDirectory({
    ...{ engine, changes, access, halfInitialised, log },
    runningOn: () => null,
  });
  const prefix = `i${randomBytes(4).toString('hex')}-`;
  const listed = async (name: string) => (await directory.list()).find((one) => one.name === name) ?? null;
  return {
    ...{ engine, access, directory, published, prefix, listed },
    async run(suffix, options = [], command = [], image = testImage) {
      const name = `${prefix}${suffix}`;
      await cli(
        'run',
        '-d',
        '--name',
        name,
        '--label',
        `dev.howdah.run=${prefix}`,
        ...options,
        image,
        ...command,
      );
      return name;
    },
    reaches(name, state) {
      let last: Instance | null = null;
      const wanted = async () => {
        last = await listed(name);
        return last?.state === state ? last : null;
      };
      return waitFor(`${name} to be ${state}`, wanted, { everyMs: 50 }).catch((error: unknown) => {
        throw new Error(`${String(error)}; it was ${JSON.stringify(last)}`);
      });
    },
    async dispose() {
      directory.dispose();
      changes.dispose();
      await removeByPrefix(prefix);
      const networks = await cli('network', 'ls', '-q', '--filter', `name=^${prefix}`);
      if (networks !== '') await cli('network', 'rm', ...networks.split('\n'));
      await engine.dispose();
    },
  };
}
