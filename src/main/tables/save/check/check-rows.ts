import type { RowChange, SaveConflict } from '../../../../shared/contract/row-changes.ts';
import type { ServerError, SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { type FoundRow, findRows, type RowLock } from '../lookup/find-rows.ts';
import { keptBackError, severalRowsError } from '../problems/own-errors.ts';
import type { RowWork } from '../write/row-work.ts';
import { isUnchanged } from './is-unchanged.ts';
import { toConflict } from './to-conflict.ts';

export interface CheckedRows {
  works: RowWork[];
  conflicts: SaveConflict[];
  refused: { row: string; error: ServerError }[];
  /** Nobody else can change them before the transaction ends. */
  isLocked: boolean;
}

type Findable = Exclude<RowChange, { kind: 'insert' }>;

/**
 * Finds the rows that are to be changed, and tells which are not what was read. Rows to be deleted are locked, with
 * `locksUpdates` those to be updated, too: else their statement passes over a row that somebody changes meanwhile.
 */
export async function checkRows(
  session: SessionQuery,
  facts: RelationFacts,
  changes: readonly RowChange[],
  locksUpdates: boolean,
): Promise<CheckedRows> {
  const checked: CheckedRows = { works: [], conflicts: [], refused: [], isLocked: true };
  const updates = changes.filter((change) => change.kind === 'update');
  const deletes = changes.filter((change) => change.kind === 'delete');
  await checkFindable(session, facts, { changes: deletes, lock: 'update' }, checked);
  await checkFindable(
    session,
    facts,
    { changes: updates, lock: locksUpdates ? 'no-key-update' : 'none' },
    checked,
  );
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
      checked.conflicts.push(toConflict(facts, change.row, found));
    } else take(change, found, checked.works);
  }
  await tellMissing(session, facts, { missing, isLocked }, checked);
}

function take(change: Findable, found: FoundRow, works: RowWork[]): void {
  const { row, key } = change;
  if (change.kind === 'delete') works.push({ kind: 'delete', row, key, found });
  else if (Object.keys(change.values).length > 0) {
    works.push({ kind: 'update', row, key, found, values: change.values });
  }
}

/** Gone, or there and hidden from those who want to change it, or there again. */
async function tellMissing(
  session: SessionQuery,
  facts: RelationFacts,
  { missing, isLocked }: { missing: readonly Findable[]; isLocked: boolean },
  { conflicts, refused }: CheckedRows,
): Promise<void> {
  const { rows } = await findRows(session, facts, { keys: missing.map(({ key }) => key), lock: 'none' });
  for (const [at, { row }] of missing.entries()) {
    const current = rows[at]?.[0];
    if (current === undefined || !isLocked) conflicts.push(toConflict(facts, row, current));
    else refused.push({ row, error: keptBackError(facts) });
  }
}
