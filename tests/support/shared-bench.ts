import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { waitUntilReady } from '../../src/main/instances/state/wait-until-ready.ts';
import type { ServerTarget } from '../../src/main/postgres/server-target.ts';
import { docker } from './docker-cli.ts';
import { type InstancesBench, openInstancesBench } from './instances-bench.ts';
import { testImage } from './test-image.ts';
import { waitFor } from './wait-for.ts';
import { type WireBench, wireBenchOf } from './wire-bench.ts';

interface SharedDatabase {
  instances: InstancesBench;
  name: string;
  target: ServerTarget;
}

/**
 * A database of its own on a server that the test files of a run share, one for each image. Roles and settings of the
 * server are everybody's; it ends with the run.
 */
export async function openSharedBench(image?: string): Promise<WireBench> {
  const { instances, name, target } = await openSharedDatabase(image);
  return wireBenchOf(instances, name, target);
}

/** The same without a bench around it. */
export async function openSharedDatabase(image = testImage): Promise<SharedDatabase> {
  const instances = await openInstancesBench();
  const name = await sharedServer(instances, image);
  const database = `d${randomBytes(6).toString('hex')}`;
  await docker('exec', name, 'psql', '-U', 'postgres', '-Xqc', `CREATE DATABASE ${database}`);
  const { route, credentials } = await instances.access.targetOf(name);
  return { instances, name, target: { route, credentials: { ...credentials, database } } };
}

/** Compiling queries takes longer than most of them; sessions that read tables do without, too. */
const settings = ['-c', 'fsync=off', '-c', 'jit=off'];

async function sharedServer(instances: InstancesBench, image: string): Promise<string> {
  const name = `${inject('sharedServers')}${image.replaceAll(/[^\w.-]/g, '-')}`;
  const options = ['-d', '--name', name, '-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'];
  try {
    await docker('run', ...options, image, ...settings);
  } catch (error) {
    if (!String(error).includes('is already in use')) throw error;
    // By another file, whose server may have no more than the name yet.
    await waitFor(`${name} to run`, async () => {
      const running = await docker('inspect', '-f', '{{.State.Running}}', name).catch(() => null);
      return running === 'true' || null;
    });
  }
  await waitUntilReady(instances, name, { timeoutMs: 60_000 });
  return name;
}
