import type { TableRow } from '../../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { findRows } from './find-rows.ts';
import { toTableRow } from './to-table-row.ts';

/**
 * Rows as they are at the end of the transaction, by their names: triggers and foreign keys may have changed them after
 * the statement that wrote them. One that its key does not find is not among them.
 */
export async function rowsNow(
  session: SessionQuery,
  facts: RelationFacts,
  rows: readonly { row: string; key: readonly string[] }[],
): Promise<Map<string, TableRow>> {
  const now = new Map<string, TableRow>();
  if (facts.relation.identity === null) return now;
  const found = await findRows(session, facts, { keys: rows.map(({ key }) => key), lock: 'none' });
  for (const [at, { row }] of rows.entries()) {
    const [is, ...more] = found.rows[at] ?? [];
    if (is !== undefined && more.length === 0) now.set(row, toTableRow(facts, is));
  }
  return now;
}
