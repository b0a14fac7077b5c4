import { docker } from '../support/docker-cli.ts';
import { runPlainPostgres } from '../support/plain-postgres.ts';
import { query } from '../support/query.ts';
import { testImage } from '../support/test-image.ts';
import { waitFor } from '../support/wait-for.ts';
import { withServices } from '../support/with-services.ts';
import { type BenchRow, compare, timed } from './compare.ts';

/** One row is 1 kB on disk and cannot be compressed away: 1,000,000 of them are 1 GB and a little. */
const fill = 'insert into big select n, repeat(md5(n::text), 30) from generate_series(1, 1000000) n';

/** Reset of an instance that holds 1 GB, against removing container and volume and running it anew. */
export function benchReset(): Promise<BenchRow[]> {
  return withServices(async ({ call, finished }) => {
    const name = `bench-reset-${process.pid}`;
    const plainName = `${name}-plain`;
    const master = `${name}-master`;
    const defaults = await call.instances.defaults();
    const spec = {
      ...defaults,
      image: testImage,
      name,
      storage: { kind: 'named-volume' as const, name: `${name}-data` },
    };
    const created = await finished(await call.instances.create(spec));
    const id = created.result?.containerId ?? name;
    const uri = (await call.instances.connection({ id, reveal: true })).host?.uri ?? '';
    await query(uri, 'create table big (n int, filler text)', fill, 'checkpoint');
    await copyVolume(`${name}-data`, master, name);
    try {
      const row = await compare('reset of a 1 GB volume', 1, 5, {
        ours: async () => {
          let restorePointId = '';
          const ms = await timed(async () => {
            const done = await finished(
              await call.instances.reset({ id: name, keepRestorePoint: true, typedName: '' }),
            );
            restorePointId = done.result?.restorePointId ?? '';
          });
          await finished(await call.instances.undoReset({ restorePointId }));
          return ms;
        },
        plain: async () => {
          await copyVolume(master, `${plainName}-data`);
          await runPlainPostgres(plainName, `${plainName}-data`);
          const ms = await timed(async () => {
            await docker('rm', '-f', plainName);
            await removeVolume(`${plainName}-data`);
            await runPlainPostgres(plainName, `${plainName}-data`);
          });
          await docker('rm', '-f', plainName);
          await removeVolume(`${plainName}-data`);
          return ms;
        },
      });
      return [row];
    } finally {
      await docker('rm', '-f', name, plainName).catch(() => undefined);
      const volumes = await docker('volume', 'ls', '-q', '--filter', `name=${name}`);
      for (const volume of volumes.split('\n').filter(Boolean)) await docker('volume', 'rm', volume);
    }
  });
}

/** The engine lets go of a volume a moment after its container is gone. */
async function removeVolume(name: string): Promise<void> {
  await waitFor(`the removal of ${name}`, () => docker('volume', 'rm', name).catch(() => null));
}

/** With `stopped`, that container is stopped around the copy, so that the copy is a clean data directory. */
async function copyVolume(from: string, to: string, stopped?: string): Promise<void> {
  if (stopped !== undefined) await docker('stop', '-t', '60', stopped);
  await docker(
    'run',
    '--rm',
    '-v',
    `${from}:/from:ro`,
    '-v',
    `${to}:/to`,
    '--entrypoint',
    'cp',
    testImage,
    '-a',
    '/from/.',
    '/to/',
  );
  if (stopped !== undefined) await docker('start', stopped);
}
