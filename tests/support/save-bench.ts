import { randomUUID } from 'node:crypto';
import { waitUntilReady } from '../../src/main/instances/state/wait-until-ready.ts';
import type { ConsoleConnection } from '../../src/main/postgres/console-connection.ts';
import { openConsoleConnection } from '../../src/main/postgres/open-console-connection.ts';
import type { ServerTarget } from '../../src/main/postgres/server-target.ts';
import { readRelationFacts } from '../../src/main/tables/relations/read-relation-facts.ts';
import type { RelationFacts } from '../../src/main/tables/relations/relation-facts.ts';
import { rowSelectList } from '../../src/main/tables/row-select-list.ts';
import { rowVersionSql } from '../../src/main/tables/row-version-sql.ts';
import { keyOfRow } from '../../src/main/tables/save/lookup/key-of-row.ts';
import { TableSaves } from '../../src/main/tables/save/table-saves.ts';
import { TableSessions } from '../../src/main/tables/table-sessions.ts';
import type { RowChange, SaveOutcome, StagedValue } from '../../src/shared/contract/row-changes.ts';
import type { TableRow } from '../../src/shared/contract/table-rows.ts';
import { docker } from './docker-cli.ts';
import { type InstancesBench, openInstancesBench } from './instances-bench.ts';

type Values = Record<string, StagedValue>;

/** One database, and saves of its tables as the window asks for them. */
export interface SaveBench {
  instances: InstancesBench;
  /** Of the container. */
  name: string;
  database: string;
  sessions: TableSessions;
  saves: TableSaves;
  /** Another writer, whom the bench closes. */
  connect(): Promise<ConsoleConnection>;
  /** `psql -At` inside the container, as a superuser over the socket: it waits for nobody. */
  psql(sql: string): Promise<string>;
  /** A schema of its own, in which these statements ran. */
  schema(...statements: string[]): Promise<TestSchema>;
  dispose(): Promise<void>;
}

export interface TestSchema {
  name: string;
  /** Runs statements with the schema first on the path; rows as `psql -At` prints them. */
  sql(text: string): Promise<string>;
  /** The relation and its rows as a page of them is read now. */
  read(relation: string, options?: ReadOptions): Promise<ReadTable>;
}

export interface ReadOptions {
  picked?: string[];
  /** Rows that match only. */
  where?: string;
  /** Whose sessions read and save: a bench may have sessions of several roles. */
  by?: Pick<SaveBench, 'sessions' | 'saves'>;
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

/** With a server of its own. */
export interface OwnSaveBench extends SaveBench {
  /** Removes the server, with its data; `again` puts another one in its place. */
  replaceServer(again: 'nothing' | 'another'): Promise<void>;
}

export async function openSaveBench(): Promise<OwnSaveBench> {
  const instances = await openInstancesBench();
  const options = ['-e', 'POSTGRES_PASSWORD=s3cret', '-p', '127.0.0.1::5432'];
  const runServer = async () => {
    const container = await instances.run('save', options, ['-c', 'fsync=off']);
    await waitUntilReady(instances, container, { timeoutMs: 60_000 });
    return container;
  };
  const name = await runServer();
  const place = { name, database: 'postgres' };
  return {
    ...saveBenchOf(instances, place, () => instances.access.targetOf(name)),
    async replaceServer(again) {
      await docker('rm', '-f', '-v', name);
      if (again === 'another') await runServer();
    },
  };
}

/** `instances` is disposed with it. */
export function saveBenchOf(
  instances: InstancesBench,
  { name, database }: { name: string; database: string },
  targetNow: () => Promise<ServerTarget>,
): SaveBench {
  const sessions = new TableSessions(instances);
  const saves = new TableSaves(sessions);
  const opened: ConsoleConnection[] = [];
  const connect = async (): Promise<ConsoleConnection> => {
    const options = { statementTimeoutMs: 0, readOnly: false };
    const connection = await openConsoleConnection(await targetNow(), options, deaf);
    opened.push(connection);
    return connection;
  };
  return {
    ...{ instances, name, database, sessions, saves, connect },
    psql: (sql) => docker('exec', name, 'psql', '-U', 'postgres', '-d', database, '-XAtqc', sql),
    async schema(...statements) {
      const schema = `s${randomUUID().slice(0, 8)}`;
      const writer = await connect();
      const sql = async (text: string) => {
        const { rows } = await writer.query(text);
        return rows.map((row) => row.join('|')).join('\n');
      };
      await writer.query(`CREATE SCHEMA ${schema}`);
      await writer.query(`SET search_path TO ${schema}, public`);
      for (const statement of statements) await sql(statement);
      return {
        ...{ name: schema, sql },
        read: (relation, { picked = null, where = 'true', by } = {}) =>
          readTable(
            { sessions, saves, ...by, instance: name, database },
            { schema, name: relation },
            { picked, where },
          ),
      };
    },
    async dispose() {
      await Promise.all(opened.map((connection) => connection.dispose()));
      await sessions.dispose();
      await instances.dispose();
    },
  };
}

const deaf = {
  onNotice: () => undefined,
  onNotification: () => undefined,
  onTransaction: () => undefined,
  onEnd: () => undefined,
};

interface Place {
  sessions: TableSessions;
  saves: TableSaves;
  instance: string;
  database: string;
}

async function readTable(
  { sessions, saves, instance, database }: Place,
  name: { schema: string; name: string },
  { picked, where }: { picked: string[] | null; where: string },
): Promise<ReadTable> {
  const place = { instance, database };
  const { facts, rows } = await sessions.read(place, undefined, async (session) => {
    const facts = await readRelationFacts(session, name, picked);
    const list = rowSelectList(facts, 't');
    const sql = `SELECT ${rowVersionSql(facts, 't')}, ${list.sql} FROM ${facts.sqlName} AS t WHERE ${where}`;
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
