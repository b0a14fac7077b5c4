import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../../src/main/platform/write-whole-file.ts';
import { TableExports } from '../../src/main/tables/export/table-exports.ts';
import { docker } from '../support/docker-cli.ts';
import { endOf, openTableFilesBench, type TableFilesBench } from '../support/table-files-bench.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { testImage } from '../support/test-image.ts';
import { type BenchRow, compare, timed } from './compare.ts';

const samples = 5;
const rowCount = 1_000_000;
const pieceBytes = 4 * 1024 * 1024;
const aim = 1.25;
const columns = ['id', 'customer', 'email', 'amount', 'at', 'note'];
/** Rows as people have them; every third note is NULL, every third has to be quoted. */
const content = `
  create table orders (id bigint primary key, customer text not null, email text, amount numeric(12,2), at timestamptz,
    note text);
  create table imported (like orders including all);
  insert into orders select n, 'Customer ' || n, 'customer' || n || '@example.com', n % 100000 / 7.0,
    timestamptz '2026-01-01' + n * interval '1 s',
    case n % 3 when 1 then 'a note, in quotes' when 2 then 'a plain note' end
  from generate_series(1, ${rowCount}) n;
  vacuum analyze orders`;
const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;

/** A CSV file of a million rows into a table and out of it, beside psql's \copy over the same published port. */
export async function benchTableFiles(): Promise<BenchRow[]> {
  const bench = await openTableFilesBench();
  const neighbour = `${bench.instance}-psql`;
  try {
    await docker(
      'run',
      '-d',
      '--network',
      'host',
      '--name',
      neighbour,
      '--entrypoint',
      'sleep',
      testImage,
      '3600',
    );
    for (const statement of content.split(';')) await bench.ask(statement);
    return await withTemporaryFolder((folder) => measure(bench, neighbour, join(folder, 'orders.csv')));
  } finally {
    await docker('rm', '-f', '-v', neighbour).catch(() => undefined);
    await bench.dispose();
  }
}

async function measure(bench: TableFilesBench, neighbour: string, file: string): Promise<BenchRow[]> {
  const port = (await docker('port', bench.instance, '5432')).split(':').at(-1) ?? '';
  const psql = (command: string) =>
    timed(() =>
      docker(
        ...['exec', '-e', 'PGPASSWORD=s3cret', neighbour, 'psql', '-XqU', 'postgres'],
        ...['-h', '127.0.0.1', '-p', port, '-c', command],
      ),
    );
  const exporting = await compare(`${rowCount} rows to a CSV file, against \\copy`, aim, samples, {
    ours: () => timed(() => exportTo(bench, file)),
    plain: () => psql("\\copy orders to '/tmp/orders.csv' csv header"),
  });
  await docker('cp', file, `${neighbour}:/tmp/orders.csv`);
  const importing = await compare(`${rowCount} rows of a CSV file, against \\copy`, aim, samples, {
    ours: async () => {
      await empty(bench);
      return timed(() => importFrom(bench, file, 'import'));
    },
    plain: async () => {
      await empty(bench);
      return psql("\\copy imported from '/tmp/orders.csv' csv header");
    },
  });
  await empty(bench);
  const checked = await timed(() => importFrom(bench, file, 'check'));
  const seconds = {
    name: `${rowCount} good rows checked`,
    unit: 'ms',
    plain: null,
    aim: 30_000,
    samples: 1,
  } as const;
  return [exporting, importing, { ...seconds, ours: checked }];
}

async function empty(bench: TableFilesBench): Promise<void> {
  await bench.ask('truncate imported');
  await bench.ask('checkpoint');
}

async function exportTo({ sessions, instance }: TableFilesBench, path: string): Promise<void> {
  await rm(path, { force: true });
  const exports = new TableExports(sessions, {
    async saveFile({ content }, signal) {
      await writeWholeFile(path, content(), signal);
      return { way: 'saved', path };
    },
  });
  await exports.save({
    ...{ instance, database: null, relation: { schema: 'public', name: 'orders' }, fileName: 'orders.csv' },
    ...{ order: [], filter: { match: 'all', conditions: [], where: '' }, as: csv },
  });
}

async function importFrom(
  { imports, wish }: TableFilesBench,
  path: string,
  mode: 'import' | 'check',
): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { importId } = await imports.start(wish('imported', { columns, header: true, mode }, size));
    const ended = endOf(imports, importId);
    for (let at = 0; at < size; at += pieceBytes) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, at);
      await imports.chunk(importId, buffer.subarray(0, bytesRead), at + bytesRead === size);
    }
    const end = await ended;
    const rows = end.state === 'imported' ? end.rows : end.state === 'checked' ? end.goodLines : 0;
    if (rows !== rowCount) throw new Error(`${rowCount} rows became ${JSON.stringify(end)}`);
  } finally {
    await file.close();
  }
}
