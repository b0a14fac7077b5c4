import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { deleteRows } from './delete-rows.ts';
import { insertRows } from './insert-rows.ts';
import type { WorkUnit, WrittenRow } from './row-work.ts';
import { updateRows } from './update-rows.ts';

/**
 * Runs the statement of a unit. Rows that are not among the answer were not written, though the server said no word
 * about them.
 * @throws ServerFailure
 */
export function writeUnit(session: SessionQuery, unit: WorkUnit): Promise<WrittenRow[]> {
  switch (unit.kind) {
    case 'delete':
      return deleteRows(session, unit);
    case 'update':
      return updateRows(session, unit);
    case 'insert':
      return insertRows(session, unit);
  }
}
