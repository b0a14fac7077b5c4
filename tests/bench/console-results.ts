import { join } from 'node:path';
import { createSilentLogger } from '../../src/main/lib/logger.ts';
import { writeWholeFile } from '../../src/main/platform/write-whole-file.ts';
import { createRowFormat } from '../../src/main/results/export/create-row-format.ts';
import { exportRows } from '../../src/main/results/export/export-rows.ts';
import { findInResult } from '../../src/main/results/find-in-result.ts';
import { readPage } from '../../src/main/results/read-page.ts';
import { ResultStore } from '../../src/main/results/result-store.ts';
import type { StoredResult } from '../../src/main/results/stored-result.ts';
import { docker } from '../support/docker-cli.ts';
import { storeQuery } from '../support/store-query.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { openWireBench, type WireBench } from '../support/wire-bench.ts';
import { type BenchRow, compare, median, timed } from './compare.ts';

const samples = 5;
const rowCount = 1_000_000;
const query = 'SELECT * FROM measured';
const table = `CREATE TABLE measured AS
  SELECT n AS id, 'customer ' || n AS name, md5(n::text) AS token,
    timestamp '2026-01-01' + n * interval '1.000001 s' AS at, (n * 1.25)::numeric(12,2) AS amount
  FROM generate_series(1, ${rowCount}) n`;
const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;

/** A result of 1,000,000 rows of 5 columns: until it is in the store and as a file, against psql in the container. */
export async function benchConsoleResults(): Promise<BenchRow[]> {
  const bench = await openWireBench();
  try {
    await bench.psql(table);
    await bench.psql('VACUUM (ANALYZE, FREEZE) measured');
    return await withTemporaryFolder((folder) => measure(bench, folder));
  } finally {
    await bench.dispose();
  }
}

async function measure(bench: WireBench, folder: string): Promise<BenchRow[]> {
  const connection = await bench.connect();
  const store = await ResultStore.open({ dir: join(folder, 'results'), log: createSilentLogger() });
  const inContainer = (command: string) => docker('exec', bench.name, 'sh', '-c', command);
  const fetchAll = async (): Promise<StoredResult> => {
    await store.release('console');
    return storeQuery(connection, store, query);
  };
  try {
    const memory = await peakGrowth(fetchAll);
    const fetched = await compare(
      '1,000,000 x 5 rows complete in the store, against psql -At',
      1.5,
      samples,
      {
        ours: () => timed(fetchAll),
        plain: () => timed(() => inContainer(`psql -U postgres -XAtc '${query}' > /dev/null`)),
      },
    );
    const result = await fetchAll();
    const exported = await compare('the same as CSV, against \\copy of the query', 1.5, samples, {
      ours: () =>
        timed(() =>
          writeWholeFile(join(folder, 'rows.csv'), exportRows(result, createRowFormat(result.columns, csv))),
        ),
      plain: () =>
        timed(() => inContainer(`psql -U postgres -Xc '\\copy (${query}) to /tmp/rows.csv csv header'`)),
    });
    return [
      fetched,
      { name: 'memory growth meanwhile (RSS)', unit: 'MiB', ours: memory, plain: null, aim: 200, samples: 1 },
      exported,
      await absolute('a page of 500 rows, anywhere', 5, 200, () =>
        readPage(result, { from: Math.floor(Math.random() * (rowCount - 500)), count: 500 }),
      ),
      await absolute('a text that is nowhere in it, looked for', 1000, samples, () =>
        findInResult(result, { text: 'nowhere at all', row: 0, column: 0, backwards: false }),
      ),
    ];
  } finally {
    await store.dispose();
  }
}

async function absolute(
  name: string,
  aim: number,
  times: number,
  work: () => Promise<unknown>,
): Promise<BenchRow> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await timed(work));
  return { name, unit: 'ms', ours: median(took), plain: null, aim, samples: times };
}

/** MiB that the process grew by, at its most. */
async function peakGrowth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (Math.max(peak, process.memoryUsage.rss()) - before) / 1024 ** 2;
}
