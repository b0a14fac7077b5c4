import { waitUntilReady } from '../../src/main/instances/state/wait-until-ready.ts';
import { TableRows } from '../../src/main/tables/rows/table-rows.ts';
import { TableSessions } from '../../src/main/tables/table-sessions.ts';
import type { PageWish, RowOrder } from '../../src/shared/contract/table-rows.ts';
import { docker } from '../support/docker-cli.ts';
import { openInstancesBench } from '../support/instances-bench.ts';
import { type BenchRow, median, timed } from './compare.ts';

const samples = 15;
const table = `CREATE UNLOGGED TABLE measured AS
  SELECT n AS id, 'customer ' || n AS name, md5(n::text) AS token,
    timestamp '2026-01-01' + (n % 1000000) * interval '1 s' AS at, (n * 1.25)::numeric(12,2) AS amount
  FROM generate_series(1, 10000000) n`;
const setUp = [
  table,
  'ALTER TABLE measured ADD PRIMARY KEY (id)',
  'CREATE INDEX ON measured (at)',
  'CREATE UNLOGGED TABLE without_key AS SELECT * FROM measured WHERE id <= 2000000',
  'VACUUM (ANALYZE) measured, without_key',
];

interface Asked {
  relation?: string;
  order?: RowOrder;
  where?: string;
  page?: PageWish;
}

/** Pages of a table of 10,000,000 rows, beside what psql says that the same SELECT took. */
export async function benchTableRows(): Promise<BenchRow[]> {
  const bench = await openInstancesBench();
  const settings = ['-c', 'fsync=off', '-c', 'max_wal_size=4GB', '-c', 'maintenance_work_mem=512MB'];
  const options = ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432', '--shm-size=1g'];
  const name = await bench.run('rows', options, settings);
  const sessions = new TableSessions(bench);
  const rows = new TableRows(sessions);
  try {
    await waitUntilReady(bench, name, { timeoutMs: 60_000 });
    for (const statement of setUp) await psql(name, statement);
    const page = ({ relation = 'measured', order = [], where = '', page = { at: 'first' } }: Asked) =>
      rows.page({
        ...{ instance: name, database: null, relation: { schema: 'public', name: relation } },
        ...{ identity: null, order, filter: { match: 'all', conditions: [], where }, page },
      });
    const absolute = (what: string, aim: number, asked: Asked) => measure(what, aim, () => page(asked));
    const byTime: RowOrder = [{ column: 'at', descending: true }];
    const { before } = await page({ order: byTime, page: { at: 'last' } });
    return [
      await beyondPsql(name, 'first page of 10,000,000 rows', 'id', () => page({})),
      await beyondPsql(name, 'the same by an indexed column', 'at DESC, id DESC', () =>
        page({ order: byTime }),
      ),
      await absolute('last page of 10,000,000 rows', 300, { page: { at: 'last' } }),
      await absolute('last page by an indexed column', 300, { order: byTime, page: { at: 'last' } }),
      await absolute('the page before that', 300, {
        ...{ order: byTime, page: { at: 'before', cursor: before ?? '' } },
      }),
      await absolute('first page without a key, 2,000,000 rows', 100, { relation: 'without_key' }),
      await absolute('last page without a key', 300, { relation: 'without_key', page: { at: 'last' } }),
      await measure('about how many rows match a filter', 100, () =>
        rows.estimate({
          ...{ instance: name, database: null, relation: { schema: 'public', name: 'measured' } },
          filter: { match: 'all', conditions: [], where: 'amount > 5000' },
        }),
      ),
    ];
  } finally {
    await sessions.dispose();
    await bench.dispose();
  }
}

/** How much longer a page takes than the same SELECT, from its sending to its last row, in psql. */
async function beyondPsql(
  name: string,
  what: string,
  order: string,
  page: () => Promise<unknown>,
): Promise<BenchRow> {
  const select = `SELECT * FROM measured ORDER BY ${order} LIMIT 300`;
  const ours: number[] = [];
  const plain: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    plain.push(await psqlMs(name, select));
    ours.push(await timed(page));
  }
  const more = median(ours) - median(plain);
  return { name: `${what}, more than in psql`, unit: 'ms', ours: more, plain: null, aim: 100, samples };
}

async function measure(name: string, aim: number, work: () => Promise<unknown>): Promise<BenchRow> {
  const took: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) took.push(await timed(work));
  return { name, unit: 'ms', ours: median(took), plain: null, aim, samples };
}

function psql(name: string, ...commands: string[]): Promise<string> {
  return docker('exec', name, 'psql', '-U', 'postgres', '-XAt', ...commands.flatMap((one) => ['-c', one]));
}

async function psqlMs(name: string, select: string): Promise<number> {
  const output = await psql(name, '\\timing on', select);
  const took = /^Time: ([\d.]+) ms/m.exec(output)?.[1];
  if (took === undefined) throw new Error(`psql did not say how long it took: ${output.slice(-200)}`);
  return Number(took);
}
