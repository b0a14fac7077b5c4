import type { Cell } from '../../../../shared/contract/results.ts';
import type { SessionQuery, TextRows } from '../../../postgres/console-connection.ts';
import { ServerFailure } from '../../../postgres/server-failure.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { rowSelectList } from '../../row-select-list.ts';
import { rowVersionSql } from '../../row-version-sql.ts';
import { inSavepoint } from '../../transactions/in-savepoint.ts';
import { rowKeySql } from './row-key-sql.ts';
import { unnestTexts } from './unnest-texts.ts';

/** `no-key-update` lets others refer to the rows meanwhile; `update` is for rows that will go. */
export type RowLock = 'none' | 'no-key-update' | 'update';

export interface FoundRow {
  /** Where it lies, of rows locked for `update`: another one for each row of the database. Empty: nowhere (views). */
  place: string;
  version: string;
  cells: Cell[];
}

export interface FoundRows {
  /** For each key the rows that have it now: none, one, or several where nothing keeps them apart. */
  rows: FoundRow[][];
  /** Nobody else can change them before this transaction ends. */
  isLocked: boolean;
}

interface RowSearch {
  keys: readonly (readonly string[])[];
  /** What the keys are values of; absent: the relation's identity. */
  columns?: readonly string[];
  lock: RowLock;
}

/** What views and foreign tables answer that cannot lock rows, and who may not. */
const cannotLock = new Set(['0A000', '42501']);

/**
 * Reads rows by their keys as they are now, after those who write them at the moment are done.
 * @throws ServerFailure
 */
export async function findRows(
  session: SessionQuery,
  facts: RelationFacts,
  { keys, columns, lock }: RowSearch,
): Promise<FoundRows> {
  const rows = keys.map((): FoundRow[] => []);
  if (keys.length === 0) return { rows, isLocked: true };
  const key = rowKeySql(facts, columns === undefined ? undefined : [...columns]);
  const list = rowSelectList(facts, 't');
  const from = unnestTexts(
    new Map(key.names.map((name, at) => [name, keys.map((parts) => parts[at] ?? null)])),
  );
  const { kind } = facts.relation;
  const isStored = kind === 'table' || kind === 'partitioned-table';
  const place = isStored && lock === 'update' ? 't.tableoid::text || t.ctid::text' : "''";
  const text = `SELECT v.n, ${place}, ${rowVersionSql(facts, 't')}, ${list.sql}
    FROM ${from.sql} JOIN ${facts.sqlName} AS t ON ${key.match}`;
  const locking = lock === 'no-key-update' ? 'FOR NO KEY UPDATE OF t' : 'FOR UPDATE OF t';
  const locked =
    lock === 'none'
      ? null
      : await tryLocking(session, `${text} ORDER BY ${key.order} ${locking}`, from.values);
  const found = locked ?? (await session.query(text, from.values));
  for (const fields of found.rows) {
    const [n, lies, version] = fields;
    rows[Number(n) - 1]?.push({ place: lies ?? '', version: version ?? '', cells: list.cellsOf(fields, 3) });
  }
  return { rows, isLocked: locked !== null };
}

/** Null: these rows cannot be locked. */
async function tryLocking(session: SessionQuery, text: string, values: string[]): Promise<TextRows | null> {
  const tried = await inSavepoint(session, () => session.query(text, values));
  if (tried.ok) return tried.value;
  if (cannotLock.has(tried.error.sqlState)) return null;
  throw new ServerFailure(tried.error);
}
