import { afterAll, beforeAll, expect, test } from 'vitest';
import { CatalogService } from '../../../src/main/catalog/catalog-service.ts';
import { readCatalog } from '../../../src/main/catalog/read-catalog.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import { openSession, type Session } from '../../../src/main/postgres/open-session.ts';
import type { Catalog } from '../../../src/shared/contract/catalog.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';

let bench: InstancesBench;
let name: string;
let session: Session;
let service: CatalogService;
let changes = 0;

beforeAll(async () => {
  bench = await openInstancesBench();
  name = await bench.run(
    'catalog',
    ['-e', 'POSTGRES_PASSWORD=s3cret', '-e', 'POSTGRES_DB=shop', '-p', '127.0.0.1::5432'],
    ['-c', 'fsync=off'],
  );
  await waitUntilReady(bench, name, { timeoutMs: 60_000 });
  session = await openSession(await bench.access.targetOf(name));
  const onChange = () => {
    changes += 1;
  };
  service = new CatalogService({ engine: bench.engine, access: bench.access, onChange });
});
afterAll(async () => {
  service.dispose();
  await session.dispose();
  await bench.dispose();
});

async function run(...statements: string[]): Promise<void> {
  for (const statement of statements) await session.query(statement);
}

async function fresh(database: string | null = null): Promise<Catalog> {
  service.forget(name);
  return service.read(name, database);
}

const inSchema = ({ relations }: Catalog, schema: string) =>
  relations.filter((relation) => relation.schema === schema).map(({ schema: _, ...relation }) => relation);

test('tells relations of every kind with their columns, whatever they are called', async () => {
  await run(
    'CREATE SCHEMA "Odd ""s"" 🐘"',
    'SET search_path = "Odd ""s"" 🐘"',
    'CREATE TABLE "Sales Orders" ("Id" bigint, "the ""name""" varchar(20), "größe" numeric(5,2)[], gone int)',
    'ALTER TABLE "Sales Orders" DROP COLUMN gone',
    'CREATE TABLE empty ()',
    'CREATE TABLE "🐘" (at timestamptz) PARTITION BY RANGE (at)',
    'CREATE TABLE herd PARTITION OF "🐘" DEFAULT',
    'CREATE VIEW v AS SELECT 1 AS one',
    `CREATE MATERIALIZED VIEW mv AS SELECT 'x'::text AS x`,
    'CREATE SEQUENCE s',
    'CREATE EXTENSION file_fdw SCHEMA public',
    'CREATE SERVER files FOREIGN DATA WRAPPER file_fdw',
    `CREATE FOREIGN TABLE f (line text) SERVER files OPTIONS (filename '/etc/passwd')`,
    'CREATE TEMP TABLE mine (a int)',
    'RESET search_path',
  );
  const catalog = await fresh();
  expect(inSchema(catalog, 'Odd "s" 🐘')).toEqual(
    expect.arrayContaining([
      {
        ...{ name: 'Sales Orders', kind: 'table' },
        columns: [
          ['Id', 'bigint'],
          ['the "name"', 'character varying(20)'],
          ['größe', 'numeric(5,2)[]'],
        ],
      },
      { name: 'empty', kind: 'table', columns: [] },
      { name: '🐘', kind: 'partitioned-table', columns: [['at', 'timestamp with time zone']] },
      { name: 'v', kind: 'view', columns: [['one', 'integer']] },
      { name: 'mv', kind: 'materialized-view', columns: [['x', 'text']] },
      { name: 's', kind: 'sequence', columns: [] },
      { name: 'f', kind: 'foreign-table', columns: [['line', 'text']] },
    ]),
  );
  const names = catalog.relations.map((relation) => relation.name);
  expect(names).not.toContain('herd');
  expect(names).not.toContain('mine');
  expect(catalog.schemas).toContain('Odd "s" 🐘');
  expect(catalog.schemas.filter((schema) => /^pg_(toast|temp)/.test(schema))).toEqual([]);
  expect(catalog.cut).toBe(false);
});

test('tells functions with their arguments, procedures, and what the server brings along', async () => {
  await run(
    `CREATE FUNCTION add_tax(net numeric, OUT gross numeric, OUT "the Tax" numeric) LANGUAGE sql AS 'SELECT $1, $1'`,
    `CREATE FUNCTION add_tax(net numeric, rate text DEFAULT 'full') RETURNS SETOF int LANGUAGE sql AS 'SELECT 1'`,
    `CREATE PROCEDURE tidy(days int) LANGUAGE sql AS 'SELECT 1'`,
  );
  const { functions, searchPath, relations } = await fresh();
  expect(functions.filter(({ schema }) => schema === 'public' && !/fdw/.test(schema))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: 'add_tax',
        arguments: 'net numeric, rate text',
        returns: 'SETOF integer',
      }),
      expect.objectContaining({
        name: 'add_tax',
        arguments: 'net numeric, OUT gross numeric, OUT "the Tax" numeric',
      }),
      { schema: 'public', name: 'tidy', arguments: 'IN days integer', returns: '' },
    ]),
  );
  expect(functions).toContainEqual({
    ...{ schema: 'pg_catalog', name: 'now', arguments: '', returns: 'timestamp with time zone' },
  });
  expect(functions.some((one) => one.name === 'int4in')).toBe(false);
  expect(searchPath).toEqual(['pg_catalog', 'public']);
  expect(relations).toContainEqual(
    expect.objectContaining({ schema: 'pg_catalog', name: 'pg_stat_activity' }),
  );
});

test('what is the server’s own is left out first when there is too much', async () => {
  await run('CREATE TABLE wide (a int, b int, c int)');
  const catalog = await readCatalog(session, { relations: 12, columns: 4, functions: 1 });
  expect(catalog.cut).toBe(true);
  expect(catalog.relations).toHaveLength(12);
  expect(catalog.relations.find((one) => one.name === 'wide')?.columns).toEqual([]);
  expect(catalog.functions.map(({ schema }) => schema)).toEqual(['public']);
  expect(catalog.relations.flatMap(({ columns }) => columns).length).toBeLessThanOrEqual(4);
});

test('keeps a catalogue until it is forgotten, and tells that it was', async () => {
  await fresh();
  await run('CREATE TABLE later (a int)');
  const names = async () => (await service.read(name, null)).relations.map((relation) => relation.name);
  expect(await names()).not.toContain('later');
  const before = changes;
  service.forget(name);
  expect(changes).toBe(before + 1);
  expect(await names()).toContain('later');
});

test('reads another database, and names the one that is not there', async () => {
  await run('CREATE DATABASE "Other DB"');
  expect((await fresh('Other DB')).relations.some((relation) => relation.name === 'wide')).toBe(false);
  await expect(fresh('no such')).rejects.toMatchObject({
    appError: { code: 'database-error', sqlState: '3D000' },
  });
});

test('lists databases, also when the default one was dropped, and leaves no session behind', async () => {
  const listed = await service.databases(name);
  expect(listed).toEqual([
    { name: 'Other DB', allowsConnections: true, isDefault: false },
    { name: 'postgres', allowsConnections: true, isDefault: false },
    { name: 'shop', allowsConnections: true, isDefault: true },
    { name: 'template0', allowsConnections: false, isDefault: false },
    { name: 'template1', allowsConnections: true, isDefault: false },
  ]);
  await session.dispose();
  session = await openSession(await bench.access.targetOf(name), { database: 'postgres' });
  // Fails while another session is in it.
  await run('DROP DATABASE shop');
  expect((await service.databases(name)).map((one) => one.name)).not.toContain('shop');
});

test('says why a stopped instance tells nothing', async () => {
  await docker('stop', name);
  await expect(service.read(name, null)).rejects.toMatchObject({
    appError: { code: 'database-unreachable' },
  });
  await expect(service.databases('no-such-instance')).rejects.toMatchObject({
    appError: { code: 'not-found' },
  });
});
