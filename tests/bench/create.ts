import { docker } from '../support/docker-cli.ts';
import { runPlainPostgres } from '../support/plain-postgres.ts';
import { testImage } from '../support/test-image.ts';
import { withServices } from '../support/with-services.ts';
import { type BenchRow, compare, timed } from './compare.ts';

/** `Create` pressed until the instance answers over TCP, against `docker run` and `pg_isready`. */
export function benchCreate(): Promise<BenchRow[]> {
  return withServices(async ({ call, finished }) => {
    const name = `bench-create-${process.pid}`;
    const plainName = `${name}-plain`;
    const row = await compare('create to ready', 1.15, 7, {
      ours: async () => {
        const defaults = await call.instances.defaults();
        const spec = {
          ...defaults,
          image: testImage,
          name,
          storage: { kind: 'named-volume' as const, name: `${name}-data` },
        };
        const ms = await timed(async () => finished(await call.instances.create(spec)));
        await docker('rm', '-f', name);
        await docker('volume', 'rm', `${name}-data`);
        return ms;
      },
      plain: async () => {
        const ms = await timed(() => runPlainPostgres(plainName, `${plainName}-data`));
        await docker('rm', '-f', plainName);
        await docker('volume', 'rm', `${plainName}-data`);
        return ms;
      },
    });
    return [row];
  });
}
