import { useEffect, useMemo } from 'react';
import { stagedKey, useStagedStore } from '../../../stores/staged-store.ts';
import { useSaveStore } from '../saving/save-store.ts';
import type { TableSubject } from '../table-subject.ts';
import { fitColumns, sameColumns } from './fit-columns.ts';
import { stagedColumns } from './staged-columns.ts';
import { emptyStagedTable, keptTable, type StagedTable } from './staged-table.ts';

export interface Staged {
  /** Of the place in the stores. */
  key: string;
  table: StagedTable;
  change: (how: (table: StagedTable) => StagedTable) => void;
}

/** What is staged for the relation on screen, in its columns as they are now. */
export function useStagedTable({ place, relation, view, change: changeView }: TableSubject): Staged {
  const key = stagedKey(place);
  const kept = useStagedStore((store) => store.tables[key]);
  const fitted = useMemo(() => fitTo(kept, relation), [kept, relation]);

  useEffect(() => {
    if (kept === undefined || fitted.table === kept) return;
    const { table, lostColumns, lostRows } = fitted;
    useStagedStore.getState().change(key, (now) => (now === kept ? table : now));
    useSaveStore.getState().set(key, { notice: { kind: 'relation-changed', lostColumns, lostRows } });
  }, [key, kept, fitted]);

  const picked = relation.identity === null && view.identity === null ? kept?.keyColumns : undefined;
  useEffect(() => {
    // The page was loaded anew and the choice of columns forgotten; what is staged still knows it.
    if (picked !== undefined && picked.length > 0) changeView({ identity: [...picked] });
  }, [picked, changeView]);

  return {
    key,
    table: fitted.table,
    change: (how) =>
      useStagedStore.getState().change(key, (now) => keptTable(how(fitTo(now ?? undefined, relation).table))),
  };
}

function fitTo(kept: StagedTable | undefined, relation: TableSubject['relation']) {
  const columns = stagedColumns(relation);
  if (kept === undefined) return { table: emptyStagedTable(columns), lostColumns: [], lostRows: 0 };
  // While nothing identifies rows, those that are staged keep what identified them.
  const next = relation.identity === null ? { ...columns, keyColumns: kept.keyColumns } : columns;
  return sameColumns(kept, next) ? { table: kept, lostColumns: [], lostRows: 0 } : fitColumns(kept, next);
}
