import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionQuery } from '../../../src/main/postgres/console-connection.ts';
import { readRelationFacts } from '../../../src/main/tables/relations/read-relation-facts.ts';
import { readStructure } from '../../../src/main/tables/relations/structure/read-structure.ts';
import type { RelationName } from '../../../src/shared/contract/tables.ts';
import { docker } from '../../support/docker-cli.ts';
import { relationZoo } from '../../support/relation-zoo.ts';
import { type TestMajor, testImageOf, testMajors } from '../../support/test-image.ts';
import { type HeardConnection, openWireBench, type WireBench } from '../../support/wire-bench.ts';

interface Zoo {
  bench: WireBench;
  session: HeardConnection;
  copy: HeardConnection;
}
const benches: WireBench[] = [];
let zoos: Map<TestMajor, Zoo>;

beforeAll(async () => {
  zoos = new Map(await Promise.all(testMajors.map(async (major) => [major, await openZoo(major)] as const)));
});
afterAll(async () => {
  await Promise.all(benches.map((bench) => bench.dispose()));
});

/** Relations of all kinds in one database, and what they are made with in another. */
async function openZoo(major: TestMajor): Promise<Zoo> {
  const bench = await openWireBench([], undefined, testImageOf(major));
  benches.push(bench);
  await bench.psql('CREATE DATABASE copy');
  const session = await bench.connect();
  const copy = await bench.connect({ database: 'copy' });
  const { prelude, relations } = relationZoo(session.serverVersionNumber);
  for (const statement of [...prelude, ...relations]) await session.query(statement);
  for (const statement of prelude) await copy.query(statement);
  return { bench, session, copy };
}

function zooOf(major: TestMajor): Zoo {
  const zoo = zoos.get(major);
  if (zoo === undefined) throw new Error(`no server of ${major}`);
  return zoo;
}

/** In the order in which they were made, which is one in which they can be. */
const inOrder = `
  SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.oid >= 16384 AND n.nspname !~ '^pg_' ORDER BY c.oid`;

test.each(testMajors)('on %s the DDL of each relation makes the same one elsewhere', async (major) => {
  const { bench, session, copy } = zooOf(major);
  const { rows } = await session.query(inOrder);
  const names = rows.map(([schema, name]) => ({ schema: schema ?? '', name: name ?? '' }));
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) await runAll(copy, (await readStructure(session, name)).ddl);
  for (const name of names) expect(await allOf(copy, name)).toEqual(await allOf(session, name));
  if (await canDump(bench, major)) expect(await dump(bench, 'copy')).toBe(await dump(bench, 'postgres'));
});

async function runAll(session: SessionQuery, ddl: string): Promise<void> {
  const statements = ddl.split(/;\n\n|;\n$/).filter((text) => text !== '');
  for (const statement of statements) {
    await session.query(statement).catch((error: Error) => {
      throw new Error(`${error.message}\n${statement}`, { cause: error });
    });
  }
}

/** All that is said of a relation, but for numbers and an order that are only true in one database. */
async function allOf(session: SessionQuery, name: RelationName) {
  const { relation } = await readRelationFacts(session, name, null);
  const { fingerprint: _, columns, constraints, ...facts } = relation;
  return {
    ...facts,
    ...(await readStructure(session, name)),
    columns: columns.map(({ typeOid, ...column }) => column),
    known: constraints.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** An image may hold the client of another major. */
async function canDump(bench: WireBench, major: TestMajor): Promise<boolean> {
  return (await docker('exec', bench.name, 'pg_dump', '--version')).includes(` ${major}.`);
}

/** What pg_dump says of a database, without what it makes up anew each time. */
async function dump(bench: WireBench, database: string): Promise<string> {
  const text = await docker('exec', bench.name, 'pg_dump', '-U', 'postgres', '-s', database);
  return text.replace(/^\\(un)?restrict .*$/gm, '');
}
