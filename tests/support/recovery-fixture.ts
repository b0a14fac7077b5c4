import type { Operation } from '../../src/shared/contract/operations.ts';
import { docker as cli } from './docker-cli.ts';
import { initScript, type OperationsBench, openOperationsBench, psql } from './operations-bench.ts';
import { waitFor } from './wait-for.ts';

/** What every instance of the recovery tests begins with. */
export const initScripts = [
  initScript(
    '01.sql',
    "create table item (id int primary key, word text); insert into item values (0, 'seed');",
  ),
];

/** Writes rows that nobody else has; answers their checksum. */
export async function fill(container: string): Promise<string> {
  await psql(
    container,
    'insert into item select n, md5(random()::text) from generate_series(1, 500) n on conflict do nothing',
  );
  return checksum(container);
}

/** Of all rows; waits until the server takes queries. */
export function checksum(container: string): Promise<string> {
  return waitFor(`rows of ${container}`, () =>
    psql(container, 'select md5(string_agg(item::text, chr(10) order by id)) from item').catch(() => null),
  );
}

export async function volumesOf(prefix: string): Promise<string[]> {
  const names = await cli('volume', 'ls', '-q', '--filter', `name=${prefix}`);
  return names.split('\n').filter((name) => name.startsWith(prefix));
}

/** The volume that the instance's data lies on. */
export function volumeOf(container: string): Promise<string> {
  return cli('inspect', '--format', '{{range .Mounts}}{{.Name}}{{end}}', container);
}

export async function containersOf(prefix: string): Promise<string[]> {
  const names = await cli('ps', '-a', '--format', '{{.Names}}', '--filter', `name=^${prefix}`);
  return names.split('\n').filter((name) => name !== '');
}

/** Opens the data of a killed process as the next start does, and hands over the operation that it left. */
export async function afterKill<T>(
  dataDir: string,
  work: (bench: OperationsBench, left: Operation) => Promise<T>,
): Promise<T> {
  const bench = await openOperationsBench({ dataDir });
  try {
    await bench.deps.runner.assessInterrupted();
    const left = bench.deps.runner.list().find(({ state }) => state === 'interrupted');
    if (left === undefined) throw new Error('nothing is told to be interrupted');
    return await work(bench, left);
  } finally {
    await bench.dispose();
  }
}
