import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewSql } from '../../../src/shared/tables/preview-sql.ts';
import { docker } from '../../support/docker-cli.ts';
import type { ReadTable, SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSharedSaveBench();
});
afterAll(() => bench.dispose());

const odd = `CREATE TABLE "Odd ""name""" (
    "user" int GENERATED ALWAYS AS IDENTITY, "Key" text, k2 real, PRIMARY KEY ("Key", k2),
    flag boolean DEFAULT true, j json, price numeric(8,2), tags text[], data bytea, at timestamptz, long text, "char" char(4));
  INSERT INTO "Odd ""name""" ("Key", k2, j, long, "char") VALUES
    ('it''s \\ one', 0.1, '{}', 'x', 'a'), ('two', 2.5, NULL, repeat('long ', 5000), 'b'), ('three', 3, '[1]', NULL, NULL)`;
const view = 'CREATE VIEW shown AS SELECT * FROM "Odd ""name"""';

const staged = (read: ReadTable) => [
  read.insert('new', { Key: 'new \u{1f418}', k2: '-1.5e10', user: '70', flag: 'f', tags: '{"a,b","c\\"d"}' }),
  read.update('user', '1', {
    ...{ flag: { default: true }, j: '{"a": "\\\\"}', price: '1.005', tags: '{}', data: '\\x00ff' },
    ...{ at: '2026-01-01 00:00:00+00', long: "a\n'b'", char: 'xy' },
  }),
  read.update('user', '3', { Key: 'THREE', long: null, flag: 'f' }),
  read.delete('user', '2'),
];

test.each(['Odd "name"', 'shown'])(
  'the preview of changes of %s does in psql what a save does',
  async (relation) => {
    const picked = ['Key'];
    const content = 'SELECT * FROM "Odd ""name""" ORDER BY "user"';
    const [one, other] = [await bench.schema(odd, view), await bench.schema(odd, view)];
    const read = await one.read(relation, { picked });
    const isView = relation === 'shown';
    // A view does not say that its column is an identity.
    const changes = (from: ReadTable) => staged(from).filter(({ kind }) => !isView || kind !== 'insert');
    expect((await read.save(changes(read))).outcome).toBe('saved');
    const readOther = await other.read(relation, { picked });
    const sql = previewSql(readOther.facts.relation, changes(readOther)).join('\n');
    const psql = ['psql', '-U', 'postgres', '-d', bench.database, '-v', 'ON_ERROR_STOP=1', '-Xqc', sql];
    await docker('exec', bench.name, ...psql);
    expect(await other.sql(content)).toBe(await one.sql(content));
    expect(await other.sql(content)).toContain('THREE');
    expect(await other.sql(content)).not.toContain('two');
  },
);
