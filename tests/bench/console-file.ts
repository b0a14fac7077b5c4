import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConsoleBench, openConsoleBench } from '../support/console-bench.ts';
import { docker } from '../support/docker-cli.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { testImage } from '../support/test-image.ts';
import type { WatchedConsole } from '../support/watched-console.ts';
import { type BenchRow, compare, median, timed } from './compare.ts';

const waitMs = 600_000;
const rowCount = 1_750_000;
/** A plain dump of it has 200 MB: rows as people have them, an index, a key. */
const content = `
  create table orders (id bigint, customer text, email text, amount numeric(12,2), at timestamptz, note text);
  insert into orders select n, 'Customer ' || n, 'customer' || n || '@example.com', n % 100000 / 7.0,
    timestamptz '2026-01-01' + n * interval '1 s', case n % 3 when 0 then null else repeat('note ', 5) end
  from generate_series(1, ${rowCount}) n;
  alter table orders add primary key (id);
  create index on orders (customer)`;
const statementCount = 5_000;

/** Files through a console beside `psql -f`: a dump of 200 MB (by the psql in the container), many short statements. */
export async function benchConsoleFile(): Promise<BenchRow[]> {
  const bench = await openConsoleBench(['-c', 'max_wal_size=4GB']);
  try {
    // As psql does; the pg_dump of an image may know settings that its server does not.
    await bench.call.consoles.setPreferences({ instance: bench.instance, patch: { onError: 'continue' } });
    await docker(
      'run',
      '-d',
      '--network',
      'host',
      '--name',
      neighbourOf(bench),
      '--entrypoint',
      'sleep',
      testImage,
      '3600',
    );
    return await withTemporaryFolder((folder) => measure(bench, folder));
  } finally {
    await docker('rm', '-f', '-v', neighbourOf(bench)).catch(() => undefined);
    await bench.dispose();
  }
}

/** A container whose psql reaches the server as Howdah does: each short statement is one way there and back. */
const neighbourOf = (bench: ConsoleBench) => `${bench.instance}-psql`;

async function measure(bench: ConsoleBench, folder: string): Promise<BenchRow[]> {
  const dumpFile = join(folder, 'dump.sql');
  await writeDump(bench, dumpFile);
  const inserts = await writeInserts(bench, folder);
  const port = (await docker('port', bench.instance, '5432')).split(':').at(-1) ?? '';
  const neighbour = ['exec', '-e', 'PGPASSWORD=s3cret', neighbourOf(bench)];
  const growths: number[] = [];
  const dump = await compare('a dump of 200 MB by path, against psql -f', 1.3, 3, {
    ours: async () => {
      const console = await inFreshDatabase(bench);
      const before = process.memoryUsage().rss;
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
      }, 20);
      const ms = await timed(async () => {
        await console.begin(`\\i ${dumpFile}`);
        await console.untilIdle(waitMs);
      }).finally(() => clearInterval(watch));
      growths.push((peak - before) / 1024 ** 2);
      await expectRows(console, 'public.orders', rowCount);
      await bench.call.consoles.close({ id: console.id });
      return ms;
    },
    plain: () => psqlFile(bench, '/tmp/dump.sql', ['exec', bench.instance, 'psql']),
  });
  const many = await compare(
    `${statementCount} INSERTs of a draft, against psql -f over the same port`,
    3,
    5,
    {
      ours: async () => {
        const console = await inFreshDatabase(bench);
        const ms = await timed(() => console.run(inserts));
        await expectRows(console, 'many', statementCount);
        await bench.call.consoles.close({ id: console.id });
        return ms;
      },
      plain: () => psqlFile(bench, '/tmp/inserts.sql', [...neighbour, 'psql', '-h', '127.0.0.1', '-p', port]),
    },
  );
  return [
    dump,
    {
      name: 'memory growth meanwhile (RSS)',
      unit: 'MiB',
      ours: median(growths),
      plain: null,
      aim: 100,
      samples: growths.length,
    },
    many,
  ];
}

async function writeDump(bench: ConsoleBench, file: string): Promise<void> {
  await bench.psql(content);
  await docker('exec', bench.instance, 'sh', '-c', 'pg_dump -U postgres > /tmp/dump.sql');
  await docker('cp', `${bench.instance}:/tmp/dump.sql`, file);
  await bench.psql('drop table orders');
}

/** Answers the script, which then lies beside the neighbour's psql, too. */
async function writeInserts(bench: ConsoleBench, folder: string): Promise<string> {
  const inserts = Array.from(
    { length: statementCount },
    (_, n) => `INSERT INTO many VALUES (${n}, 'row ${n}');`,
  );
  const script = ['CREATE TABLE many (n int, t text);', ...inserts].join('\n');
  await writeFile(join(folder, 'inserts.sql'), script);
  await docker('cp', join(folder, 'inserts.sql'), `${neighbourOf(bench)}:/tmp/inserts.sql`);
  return script;
}

/** A console that is connected to a database of nothing. */
async function inFreshDatabase(bench: ConsoleBench): Promise<WatchedConsole> {
  const console = await bench.open();
  await console.run(`drop database if exists fresh (force); create database fresh; checkpoint;\n\\c fresh`);
  return console;
}

async function psqlFile(bench: ConsoleBench, path: string, psql: readonly string[]): Promise<number> {
  await bench.psql('drop database if exists fresh (force)');
  await bench.psql('create database fresh');
  await bench.psql('checkpoint');
  return timed(() => docker(...psql, '-XqU', 'postgres', '-d', 'fresh', '-o', '/dev/null', '-f', path));
}

async function expectRows(console: WatchedConsole, table: string, count: number): Promise<void> {
  const found = await console.value(`select count(*) from ${table}`);
  if (found !== String(count)) throw new Error(`${table} has ${String(found)} rows, not ${count}`);
}
