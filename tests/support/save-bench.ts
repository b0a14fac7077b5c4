import { randomUUID } from 'node:crypto';
import { waitUntilReady } from '../../src/main/instances/state/wait-until-ready.ts';
import { readRelationFacts } from '../../src/main/tables/relations/read-relation-facts.ts';
import type { RelationFacts } from '../../src/main/tables/relations/relation-facts.ts';
import { rowSelectList } from '../../src/main/tables/row-select-list.ts';
import { rowVersionSql } from '../../src/main/tables/row-version-sql.ts';
import { keyOfRow } from '../../src/main/tables/save/key-of-row.ts';
import { TableSaves } from '../../src/main/tables/save/table-saves.ts';
import { TableSessions } from '../../src/main/tables/table-sessions.ts';
import type { RowChange, SaveOutcome, StagedValue, TableRow } from '../../src/shared/contract/tables.ts';
import { docker } from './docker-cli.ts';
import { type InstancesBench, openInstancesBench } from './instances-bench.ts';

type Values = Record<string, StagedValue>;

/** One server, and saves of its tables as the window asks for them. */
export interface SaveBench {
  instances: InstancesBench;
  name: string;
  sessions: TableSessions;
  saves: TableSaves;
  /** A database of its own, in which these statements ran. */
  database(...statements: string[]): Promise<TestDatabase>;
  dispose(): Promise<void>;
}

export interface TestDatabase {
  name: string;
  psql(sql: string): Promise<string>;
  /** The relation and its rows as a page of them is read now. */
  read(relation: string, picked?: string[], schema?: string): Promise<ReadTable>;
}

/** What a page has read. */
export interface ReadTable {
  facts: RelationFacts;
  rows: TableRow[];
  /** Named by place: the row that has this text in that column. */
  update(column: string, text: string, values: Values): RowChange;
  delete(column: string, text: string): RowChange;
  insert(row: string, values: Values): RowChange;
  save(changes: RowChange[], options?: { confirmed?: boolean; signal?: AbortSignal }): Promise<SaveOutcome>;
}

export async function openSaveBench(image?: string, settings: string[] = []): Promise<SaveBench> {
  const instances = await openInstancesBench();
  const options = ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'];
  const command = ['fsync=off', ...settings].flatMap((setting) => ['-c', setting]);
  const name = await instances.run('save', options, command, image);
  await waitUntilReady(instances, name, { timeoutMs: 60_000 });
  const sessions = new TableSessions(instances);
  const saves = new TableSaves(sessions);
  return {
    ...{ instances, name, sessions, saves },
    async database(...statements) {
      const database = `s${randomUUID().slice(0, 8)}`;
      await psqlIn(name, 'postgres', `CREATE DATABASE ${database}`);
      for (const statement of statements) await psqlIn(name, database, statement);
      return {
        name: database,
        psql: (sql) => psqlIn(name, database, sql),
        read: (relation, picked, schema = 'public') =>
          readTable(
            { sessions, saves, instance: name, database },
            { schema, name: relation },
            picked ?? null,
          ),
      };
    },
    async dispose() {
      await sessions.dispose();
      await instances.dispose();
    },
  };
}

function psqlIn(container: string, database: string, sql: string): Promise<string> {
  return docker(
    'exec',
    container,
    'psql',
    '-U',
    'postgres',
    '-d',
    database,
    '-v',
    'ON_ERROR_STOP=1',
    '-XAtqc',
    sql,
  );
}

interface Place {
  sessions: TableSessions;
  saves: TableSaves;
  instance: string;
  database: string;
}

async function readTable(
  { sessions, saves, instance, database }: Place,
  name: { schema: string; name: string },
  picked: string[] | null,
): Promise<ReadTable> {
  const place = { instance, database };
  const { facts, rows } = await sessions.read(place, undefined, async (session) => {
    const facts = await readRelationFacts(session, name, picked);
    const list = rowSelectList(facts, 't');
    const sql = `SELECT ${rowVersionSql(facts, 't')}, ${list.sql} FROM ${facts.sqlName} AS t`;
    const { rows } = await session.query(sql);
    const toRow = (fields: readonly (string | null)[]): TableRow => ({
      cells: list.cellsOf(fields, 1),
      version: fields[0] ?? null,
      locator: null,
    });
    return { facts, rows: rows.map(toRow) };
  });
  const { relation } = facts;
  const find = (column: string, text: string) => {
    const at = relation.columns.findIndex((one) => one.name === column);
    const row = rows.find(({ cells }) => cells[at] === text);
    if (row === undefined) throw new Error(`no row has ${text} in ${column}`);
    const key = keyOfRow(relation, row.cells) ?? [];
    return { row: `${column}=${text}`, key, version: row.version, before: row.cells };
  };
  return {
    ...{ facts, rows },
    update: (column, text, values) => ({ kind: 'update', ...find(column, text), values }),
    delete: (column, text) => ({ kind: 'delete', ...find(column, text) }),
    insert: (row, values) => ({ kind: 'insert', row, values }),
    save: (changes, { confirmed = false, signal } = {}) =>
      saves.save(
        { ...place, relation: name, identity: picked, fingerprint: relation.fingerprint, changes, confirmed },
        signal,
      ),
  };
}
