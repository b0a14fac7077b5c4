import type { RowPage, TableRow } from '../../../../../shared/contract/table-rows.ts';
import { keyOf, type SavedRows } from '../staging/rebase-saved.ts';
import { rowId } from '../staging/row-id.ts';
import type { StagedColumns } from '../staging/staged-table.ts';

/** A page with saved rows as they are now, new ones at its end: what is shown until it is read again. */
export function savedPage(page: RowPage, columns: StagedColumns, { sent, now }: SavedRows): RowPage {
  const rows = page.rows.flatMap((row): TableRow[] => {
    const key = keyOf(columns, row);
    const id = key === null ? null : rowId(key);
    if (id === null) return [row];
    const saved = now.get(id);
    if (saved !== undefined) return [saved];
    return sent.get(id)?.kind === 'delete' ? [] : [row];
  });
  for (const [id, row] of now) if (sent.get(id)?.kind === 'insert') rows.push(row);
  return { ...page, rows };
}
