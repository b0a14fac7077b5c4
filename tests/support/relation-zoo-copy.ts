import type { SessionQuery } from '../../src/main/postgres/console-connection.ts';
import { readRelationFacts } from '../../src/main/tables/relations/read-relation-facts.ts';
import { readStructure } from '../../src/main/tables/relations/structure/read-structure.ts';
import type { RelationName } from '../../src/shared/contract/relations.ts';
import { docker } from './docker-cli.ts';
import type { ZooServer } from './relation-zoo-servers.ts';
import type { TestMajor } from './test-image.ts';

/** In the order in which they were made, which is one in which they can be. */
const inOrder = `
  SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (n.nspname = 'app' OR n.nspname LIKE 'Odd%') ORDER BY c.oid`;

/** Makes each relation of the zoo in the other database from the DDL that is told of it. */
export async function copyZoo({ session, copy }: ZooServer): Promise<RelationName[]> {
  const { rows } = await session.query(inOrder);
  const names = rows.map(([schema, name]) => ({ schema: schema ?? '', name: name ?? '' }));
  for (const name of names) {
    const { ddl } = await readStructure(session, name);
    for (const statement of ddl.split(/;\n\n|;\n$/).filter((text) => text !== '')) {
      await copy.query(statement).catch((error: Error) => {
        throw new Error(`${error.message}\n${statement}`, { cause: error });
      });
    }
  }
  return names;
}

/** An image may hold the client of another major. */
export async function canDump({ bench }: ZooServer, major: TestMajor): Promise<boolean> {
  return (await docker('exec', bench.name, 'pg_dump', '--version')).includes(` ${major}.`);
}

/** What pg_dump says of the zoo, without what it makes up anew each time. */
export async function dumpZoo({ bench }: ZooServer, database: string): Promise<string> {
  const schemas = ['-n', 'app', '-n', 'Odd*'];
  const text = await docker('exec', bench.name, 'pg_dump', '-U', 'postgres', '-s', ...schemas, database);
  return text.replace(/^\\(un)?restrict .*$/gm, '');
}

/** All that is said of a relation, but for numbers and an order that are only true in one database. */
export async function allOf(session: SessionQuery, name: RelationName) {
  const { relation } = await readRelationFacts(session, name, null);
  const { fingerprint: _, columns, constraints, ...rest } = relation;
  return {
    ...rest,
    ...(await readStructure(session, name)),
    columns: columns.map(({ typeOid, ...column }) => column),
    known: constraints.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
