import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormatter, useTranslations } from 'use-intl';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { requiredColumns } from '../../../../../shared/tables/check-value.ts';
import { readTableCell } from '../../../api/tables.ts';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { type GridSelection, rangeOf, selectCell } from '../../../components/data-grid/grid-selection.ts';
import { useToastStore } from '../../../stores/toast-store.ts';
import type { TableSubject } from '../table-subject.ts';
import { duplicateValues } from './duplicate-values.ts';
import type { EditedRow } from './edited-rows.ts';
import { stageDelete, stageNewRows } from './stage-rows.ts';
import type { Staged } from './use-staged-table.ts';

export interface RowActions {
  add: () => void;
  /** Copies the selected rows; long values are read whole first. */
  duplicate: () => void;
  /** Values of a copy are being read. */
  duplicating: boolean;
  /** Deletes the selected rows, or keeps them after all. */
  remove: () => void;
}

interface RowActionsInput {
  subject: TableSubject;
  staged: Staged;
  rows: readonly EditedRow[];
  selection: GridSelection;
  grid: RefObject<GridHandle | null>;
}

type Values = Record<string, StagedValue>;

/** Adds, copies and deletes rows. */
export function useRowActions(input: RowActionsInput): RowActions {
  const { subject, staged, rows, selection } = input;
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });
  const [duplicating, setDuplicating] = useState(false);
  const copyWhole = useCopyWhole(subject);
  const { top, bottom } = rangeOf(selection);
  const selected = rows.slice(top, bottom + 1);

  /** The new rows are in sight, and the first one's first empty required cell is edited. */
  const stageAndEdit = (values: readonly Values[]) => {
    let first = '';
    // The cell to edit must be there.
    flushSync(() =>
      staged.change((table) => {
        const added = stageNewRows(table, values);
        first = added.ids[0] ?? '';
        return added.table;
      }),
    );
    const now = latest.current;
    const row = now.rows.findIndex(({ id }) => id === first);
    const column = firstToFill(now.subject, values[0] ?? {});
    if (row < 0) return;
    now.grid.current?.focus();
    if (column.isRequired) now.grid.current?.edit({ row, column: column.index });
    else now.subject.change({ selection: selectCell({ row, column: column.index }) });
    now.grid.current?.reveal({ row, column: column.index });
  };

  return {
    add: () => stageAndEdit([{}]),
    duplicate: () => {
      if (duplicating || selected.length === 0) return;
      setDuplicating(true);
      void copyWhole(selected)
        .then(stageAndEdit)
        .finally(() => setDuplicating(false));
    },
    duplicating,
    remove: () => {
      const targets = selected.flatMap(({ target }) => (target === null ? [] : [target]));
      staged.change((table) => stageDelete(table, targets));
    },
  };
}

/** The column that a person goes on with in a new row: the first that must be given, else the first that can be. */
function firstToFill({ relation }: TableSubject, values: Values): { index: number; isRequired: boolean } {
  const missing = requiredColumns(relation).find(({ name }) => !Object.hasOwn(values, name));
  const index = missing === undefined ? -1 : relation.columns.indexOf(missing);
  if (index >= 0) return { index, isRequired: true };
  const open = relation.columns.findIndex(
    (column) =>
      column.canInsert &&
      column.generated === null &&
      column.defaultText === null &&
      column.identity === null,
  );
  return { index: Math.max(0, open), isRequired: false };
}

/** Values of copies, long ones read whole. Those that cannot be read are told, and left out. */
function useCopyWhole({ place, relation, view }: TableSubject) {
  const t = useTranslations('tableEdit.copy');
  const format = useFormatter();
  const showToast = useToastStore((store) => store.showToast);
  return async (rows: readonly EditedRow[]): Promise<Values[]> => {
    const lost = new Set<string>();
    const copies: Values[] = [];
    for (const row of rows) {
      const { values, cut } = duplicateValues(relation, row);
      for (const column of cut) {
        try {
          values[column] = await readWhole({ ...place, identity: view.identity }, row, column);
        } catch {
          lost.add(column);
        }
      }
      copies.push(values);
    }
    if (lost.size > 0) {
      const columns = format.list([...lost], { type: 'conjunction' });
      showToast({ id: 'copy-lost', tone: 'bad', text: t('failed', { columns, count: lost.size }) });
    }
    return copies;
  };
}

/** More is for a file. */
const longestCopied = 64 * 1024 * 1024;

async function readWhole(
  place: Parameters<typeof readTableCell>[0],
  { read }: EditedRow,
  column: string,
): Promise<string> {
  const locator = read?.locator ?? null;
  if (locator === null) throw new Error('The row cannot be found again');
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of readTableCell(place, locator, column, new AbortController().signal)) {
    length += piece.length;
    if (length > longestCopied) throw new Error('The value is too long to be copied');
    pieces.push(piece);
  }
  return pieces.join('');
}
