import { useEffect, useMemo, useState } from 'react';
import type { Relation, RowPage } from '../../../../../shared/contract/tables.ts';
import { type EditedRow, editedRows } from '../staging/edited-rows.ts';
import { EditedSource } from '../staging/edited-source.ts';
import { stagedColumns } from '../staging/staged-columns.ts';
import { emptyStagedTable } from '../staging/staged-table.ts';

export interface ShownRows {
  source: EditedSource;
  rows: readonly EditedRow[];
}

/** The rows of a page as a grid shows them. */
export function useShownRows(relation: Relation, page: RowPage | null): ShownRows {
  const [source] = useState(() => new EditedSource());
  const { rows } = useMemo(
    () => editedRows(page?.rows ?? [], emptyStagedTable(stagedColumns(relation)), false),
    [relation, page],
  );
  useEffect(() => source.setRows(rows), [source, rows]);
  return { source, rows };
}
