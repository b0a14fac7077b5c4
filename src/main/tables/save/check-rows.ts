import type { RowChange, SaveConflict } from '../../../shared/contract/tables.ts';
import type { ServerError, SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { type FoundRow, findRows, type RowLock } from './find-rows.ts';
import { isUnchanged } from './is-unchanged.ts';
import { keptBackError, severalRowsError } from './own-errors.ts';
import type { RowWork } from './row-work.ts';
import { toTableRow } from './to-table-row.ts';

export interface CheckedRows {
  works: RowWork[];
  conflicts: SaveConflict[];
  refused: { row: string; error: ServerError }[];
  /** Rows to be changed, as they are, by their names. */
  found: Map<string, FoundRow>;
  /** Nobody else can change them before the transaction ends. */
  isLocked: boolean;
}

type Findable = Exclude<RowChange, { kind: 'insert' }>;

/** Finds and locks the rows that are to be changed, and tells which are not what was read. */
export async function checkRows(
  session: SessionQuery,
  facts: RelationFacts,
  changes: readonly RowChange[],
): Promise<CheckedRows> {
  const checked: CheckedRows = { works: [], conflicts: [], refused: [], found: new Map(), isLocked: true };
  const updates = changes.filter((change) => change.kind === 'update');
  const deletes = changes.filter((change) => change.kind === 'delete');
  await checkFindable(session, facts, { changes: deletes, lock: 'update' }, checked);
  await checkFindable(session, facts, { changes: updates, lock: 'no-key-update' }, checked);
  for (const change of changes) {
    if (change.kind === 'insert')
      checked.works.push({ kind: 'insert', row: change.row, values: change.values });
  }
  return checked;
}

async function checkFindable(
  session: SessionQuery,
  facts: RelationFacts,
  { changes, lock }: { changes: readonly Findable[]; lock: RowLock },
  checked: CheckedRows,
): Promise<void> {
  const keys = changes.map(({ key }) => key);
  const { rows, isLocked } = await findRows(session, facts, { keys, lock });
  checked.isLocked &&= isLocked;
  const missing: Findable[] = [];
  for (const [at, change] of changes.entries()) {
    const [found, ...more] = rows[at] ?? [];
    if (found === undefined) missing.push(change);
    else if (more.length > 0) {
      checked.refused.push({ row: change.row, error: severalRowsError(facts, more.length + 1) });
    } else if (!isUnchanged({ version: change.version, cells: change.before }, found)) {
      checked.conflicts.push({ row: change.row, current: toTableRow(facts, found) });
    } else take(change, found, checked);
  }
  await tellMissing(session, facts, missing, checked);
}

function take(change: Findable, found: FoundRow, { works, found: rows }: CheckedRows): void {
  const { row, key } = change;
  const place = { row, key, version: found.version };
  if (change.kind === 'delete') works.push({ kind: 'delete', ...place });
  else if (Object.keys(change.values).length === 0) return;
  else works.push({ kind: 'update', ...place, values: change.values });
  rows.set(row, found);
}

/** Gone, or there and hidden from those who want to change it. */
async function tellMissing(
  session: SessionQuery,
  facts: RelationFacts,
  missing: readonly Findable[],
  { conflicts, refused }: CheckedRows,
): Promise<void> {
  const { rows } = await findRows(session, facts, { keys: missing.map(({ key }) => key), lock: 'none' });
  for (const [at, { row }] of missing.entries()) {
    if (rows[at]?.[0] === undefined) conflicts.push({ row, current: null });
    else refused.push({ row, error: keptBackError(facts) });
  }
}
