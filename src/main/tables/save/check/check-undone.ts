import type { SaveConflict } from '../../../../shared/contract/row-changes.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { serverIdentity } from '../../transactions/server-identity.ts';
import { findRows } from '../lookup/find-rows.ts';
import { keyOfRow } from '../lookup/key-of-row.ts';
import type { CheckedPart } from '../save-job.ts';
import type { KeptPart, KeptSave } from '../undo/kept-save.ts';
import { toConflict } from './to-conflict.ts';

/**
 * What stands in the way of an undo beside rows that were changed: rows that were deleted and are there again, and that
 * this is another database, where nothing of the save ever was.
 */
export async function checkUndone(
  session: SessionQuery,
  { parts, server }: KeptSave,
  checked: readonly CheckedPart[],
): Promise<SaveConflict[]> {
  const conflicts: SaveConflict[] = [];
  const isElsewhere = (await serverIdentity(session)) !== server;
  for (const [at, part] of parts.entries()) {
    const { facts } = checked[at] ?? {};
    if (facts === undefined) continue;
    const rows = isElsewhere ? [...deletedRows(part), ...changedRows(part)] : deletedRows(part);
    const { rows: found } = await findRows(session, facts, {
      keys: rows.map(({ key }) => key),
      lock: 'none',
    });
    for (const [index, { row }] of rows.entries()) {
      const current = found[index]?.[0];
      if (current !== undefined || isElsewhere) conflicts.push(toConflict(facts, row, current));
    }
  }
  return conflicts;
}

interface KeyedRow {
  row: string;
  key: string[];
}

function deletedRows({ relation, deleted }: KeptPart): KeyedRow[] {
  return deleted.flatMap(({ row, values }) => keyed(row, keyOfRow(relation, values)));
}

function changedRows({ relation, inserted, updated }: KeptPart): KeyedRow[] {
  return [
    ...inserted.flatMap(({ row, now }) => keyed(row, keyOfRow(relation, now.cells))),
    ...updated.flatMap(({ image, now }) => keyed(image.row, keyOfRow(relation, now.cells))),
  ];
}

function keyed(row: string, key: string[] | null): KeyedRow[] {
  return key === null ? [] : [{ row, key }];
}
