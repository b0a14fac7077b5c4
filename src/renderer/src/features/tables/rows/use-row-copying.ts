import { readTableCell } from '../../../api/tables.ts';
import type { CopySource } from '../../results/copy/copy-source.ts';
import { type Copying, useCopy } from '../../results/copy/use-copy.ts';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';

/** Copies rows that are shown, long values whole. */
export function useRowCopying(
  { relation, place, view }: TableSubject,
  rows: readonly EditedRow[],
  onExport: () => void,
): Copying {
  const source: CopySource = {
    columns: relation.columns,
    readRows: async (from, count) => rows.slice(from, from + count).map(({ cells }) => cells),
    readCell: ({ row, column }, signal) =>
      readTableCell(
        { ...place, identity: view.identity },
        rows[row]?.read?.locator ?? '',
        relation.columns[column]?.name ?? '',
        signal,
      ),
  };
  return useCopy(source, onExport);
}
