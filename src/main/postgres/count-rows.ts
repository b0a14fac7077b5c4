import { AppFailure } from '../lib/app-failure.ts';
import { openSession, type Session } from './open-session.ts';
import type { ServerTarget } from './server-target.ts';

/** Rows of the user tables of one database; `exact` is false where the planner's estimate was taken. */
export interface DatabaseRowCount {
  name: string;
  tables: number;
  rows: number;
  exact: boolean;
}

interface TableRow {
  quoted: string;
  is_partition: boolean;
  estimate: string;
}

const databasesQuery = `
  SELECT datname AS name FROM pg_catalog.pg_database
  WHERE NOT datistemplate AND datallowconn AND has_database_privilege(oid, 'CONNECT')
  ORDER BY datname`;

/**
 * Plain tables, partitions among them (a partitioned table has no rows of its own); foreign tables have their rows
 * elsewhere, and tables of extensions are not the person's. Small ones first, so that the limit hits few.
 */
const tablesQuery = `
  SELECT format('%I.%I', n.nspname, c.relname) AS quoted, c.relispartition AS is_partition,
    CASE WHEN c.reltuples > 0 THEN c.reltuples::bigint ELSE pg_stat_get_live_tuples(c.oid) END AS estimate
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND c.relpersistence <> 't'
    AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_toast'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relpages, c.reltuples`;

const partitionedQuery = `
  SELECT count(*)::int AS count FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'p' AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;

/** A table that another session has locked is not waited for: the others would be left without time. */
const lockTimeoutMs = 250;

/**
 * Counts the rows of every user table of every database but the templates. Exact counts while `limitMs` lasts, shared
 * fairly among the databases; the planner's estimate for what is left, locked or forbidden.
 * @throws AppFailure `password-failed`, `database-unreachable`, `database-error`
 */
export async function countRows(
  target: ServerTarget,
  { limitMs, signal }: { limitMs: number; signal?: AbortSignal },
): Promise<DatabaseRowCount[]> {
  const endsAt = performance.now() + limitMs;
  const open = (database: string) =>
    openSession(target, { database, ...(signal === undefined ? {} : { signal }) });
  const names = await withSession(await open(target.credentials.database), (session) =>
    session.query<{ name: string }>(databasesQuery),
  );
  const counts: DatabaseRowCount[] = [];
  for (const [index, { name }] of names.entries()) {
    const share = (endsAt - performance.now()) / (names.length - index);
    const until = performance.now() + share;
    counts.push(await withSession(await open(name), (session) => countDatabase(session, name, until)));
  }
  return counts;
}

async function countDatabase(session: Session, name: string, until: number): Promise<DatabaseRowCount> {
  await session.query(`SET lock_timeout = ${lockTimeoutMs}`);
  const tables = await session.query<TableRow>(tablesQuery);
  const [partitioned] = await session.query<{ count: number }>(partitionedQuery);
  const count: DatabaseRowCount = { name, tables: partitioned?.count ?? 0, rows: 0, exact: true };
  for (const table of tables) {
    const exact = await countTable(session, table.quoted, until);
    count.rows += exact ?? Number(table.estimate);
    count.exact &&= exact !== null;
    if (!table.is_partition) count.tables += 1;
  }
  return count;
}

/** Null: no time left, locked, or not allowed. */
async function countTable(session: Session, quoted: string, until: number): Promise<number | null> {
  const leftMs = Math.floor(until - performance.now());
  if (leftMs < 1) return null;
  try {
    await session.query(`SET statement_timeout = ${leftMs}`);
    const [row] = await session.query<{ count: string }>(`SELECT count(*) AS count FROM ONLY ${quoted}`);
    return Number(row?.count ?? 0);
  } catch (error) {
    if (error instanceof AppFailure && error.appError.code === 'database-error') return null;
    throw error;
  }
}

async function withSession<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await work(session);
  } finally {
    await session.dispose();
  }
}
