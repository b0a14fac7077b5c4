import { docker } from '../support/docker-cli.ts';
import { testImage } from '../support/test-image.ts';
import { withServices } from '../support/with-services.ts';
import { type BenchRow, compare, timed } from './compare.ts';
import { engineRequest } from './engine-request.ts';

const count = 200;

/** The lists of a window that has just opened, with 200 containers on the engine, against the engine's one list call. */
export async function benchList(): Promise<BenchRow[]> {
  const names = Array.from({ length: count }, (_, n) => `bench-list-${process.pid}-${n}`);
  try {
    for (const name of names) await docker('create', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
    const plain = () => timed(() => engineRequest('/containers/json?all=1'));
    const rows: BenchRow[] = [];
    for (const list of ['containers', 'instances'] as const) {
      rows.push(
        await compare(`first list of ${count} ${list}`, 1.5, 7, {
          plain,
          ours: () => withServices(({ call }) => timed(() => call[list].list())),
        }),
      );
    }
    return rows;
  } finally {
    await docker('rm', '-f', '-v', ...names).catch(() => undefined);
  }
}
