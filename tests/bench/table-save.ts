import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowChange } from '../../src/shared/contract/row-changes.ts';
import { docker } from '../support/docker-cli.ts';
import { openSaveBench, type SaveBench, type TestSchema } from '../support/save-bench.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { type BenchRow, compare } from './compare.ts';

const samples = 9;
const editCount = 10_000;
const table = `CREATE TABLE edited AS
  SELECT n AS id, 'customer ' || n AS name, md5(n::text) || '@example.com' AS email,
    timestamp '2026-01-01' + n * interval '1 s' AS at, (n * 1.25)::numeric(12,2) AS amount
  FROM generate_series(1, ${5 * editCount}) n`;

/** 10,000 staged edits of a table of 50,000 rows until they are saved, beside one UPDATE over a list of VALUES in psql. */
export async function benchTableSave(): Promise<BenchRow[]> {
  const bench = await openSaveBench();
  try {
    const schema = await bench.schema(
      table,
      'ALTER TABLE edited ADD PRIMARY KEY (id)',
      'CREATE UNIQUE INDEX ON edited (email)',
    );
    return await withTemporaryFolder((folder) => measure(bench, schema, folder));
  } finally {
    await bench.dispose();
  }
}

async function measure(bench: SaveBench, schema: TestSchema, folder: string): Promise<BenchRow[]> {
  let round = 0;
  const row = await compare(
    `${editCount} staged edits saved, against one UPDATE of them in psql (\\timing)`,
    2,
    samples,
    {
      ours: async () => {
        round += 1;
        const read = await schema.read('edited', { where: 'id % 5 = 0' });
        const changes: RowChange[] = read.rows.flatMap(({ cells, version }) => {
          const [id] = cells;
          if (typeof id !== 'string') return [];
          const values = { name: `name ${round} of ${id}` };
          return [{ kind: 'update', row: id, key: [id], version, before: cells, values }];
        });
        await schema.sql('VACUUM ANALYZE edited');
        const start = performance.now();
        const outcome = await read.save(changes);
        const took = performance.now() - start;
        if (outcome.outcome !== 'saved' || outcome.rows.length !== editCount)
          throw new Error(outcome.outcome);
        return took;
      },
      plain: async () => {
        round += 1;
        const file = join(folder, 'update.sql');
        await writeFile(file, updateText(round));
        await docker('cp', file, `${bench.name}:/tmp/update.sql`);
        await schema.sql('VACUUM ANALYZE edited');
        const psql = ['psql', '-U', 'postgres', '-Xq', '-c', `SET search_path TO ${schema.name}`];
        const said = await docker('exec', bench.name, ...psql, '-c', '\\timing', '-f', '/tmp/update.sql');
        return Number(/Time: ([\d.]+) ms/.exec(said)?.[1]);
      },
    },
  );
  return [row];
}

function updateText(round: number): string {
  const rows = Array.from({ length: editCount }, (_, n) => 5 * (n + 1));
  const values = rows.map((id) => `(${id}, 'name ${round} of ${id}')`).join(', ');
  return `UPDATE edited SET name = v.name FROM (VALUES ${values}) AS v (id, name) WHERE edited.id = v.id;`;
}
