import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { RowPage } from '../../../../../shared/contract/table-rows.ts';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import type { GridEditing } from '../../../components/data-grid/grid-editing.ts';
import {
  type GridCell,
  type GridSelection,
  rangeOf,
  selectCell,
} from '../../../components/data-grid/grid-selection.ts';
import { clampSelection } from '../rows/clamp-selection.ts';
import { type EditedRow, editedRows } from '../staging/edited-rows.ts';
import { EditedSource } from '../staging/edited-source.ts';
import { type CellEdit, stageCells } from '../staging/stage-cells.ts';
import { discardAll, redoStep, undoStep } from '../staging/staged-steps.ts';
import type { StagedTable } from '../staging/staged-table.ts';
import { useCellEditing } from '../staging/use-cell-editing.tsx';
import { type GridLooks, useLooks } from '../staging/use-looks.ts';
import { type RowActions, useRowActions } from '../staging/use-row-actions.ts';
import { useStagedTable } from '../staging/use-staged-table.ts';
import type { TableSubject } from '../table-subject.ts';
import type { RowProblem } from './row-problem.ts';
import { useGoTo } from './use-go-to.ts';
import { useRowProblemText } from './use-row-problem-text.ts';
import { type Saving, useSaving } from './use-saving.ts';

/** Everything about changing the rows on screen. */
export interface TableEdit {
  subject: TableSubject;
  table: StagedTable;
  source: EditedSource;
  rows: readonly EditedRow[];
  selection: GridSelection;
  selected: readonly EditedRow[];
  /** Changed rows that are not among `rows`. */
  elsewhere: number;
  /** Only changed rows are shown, wherever they are. */
  onlyChanged: boolean;
  showOnlyChanged: (only: boolean) => void;
  /** Stages values of cells. */
  stage: (edits: readonly CellEdit[]) => void;
  editing: GridEditing | undefined;
  looks: GridLooks;
  actions: RowActions;
  undo: () => void;
  redo: () => void;
  discard: () => void;
  saving: Saving;
  problemText: (problem: RowProblem) => string;
  /** Brings a row, and a cell of it, into sight and selects it. */
  goTo: (id: string, column: string | undefined) => void;
  focusGrid: () => void;
}

interface TableEditInput {
  subject: TableSubject;
  page: RowPage | null;
  grid: RefObject<GridHandle | null>;
  /** Opens the value of a cell in the larger editor. */
  onOpen: (cell: GridCell) => void;
  /** Number of the page's first row among all rows, from 1. */
  firstRow: number;
}

const firstCell = selectCell({ row: 0, column: 0 });

/** Lets the rows of a page be changed: staged first, then saved. */
export function useTableEdit({ subject, page, grid, onOpen, firstRow }: TableEditInput): TableEdit {
  const { relation } = subject;
  const staged = useStagedTable(subject);
  const { table } = staged;
  const [wantsChanged, showOnlyChanged] = useState(false);
  const onlyChanged = wantsChanged && table.rows.size > 0;
  const { rows, elsewhere } = useMemo(
    () => editedRows(page?.rows ?? [], table, onlyChanged),
    [page, table, onlyChanged],
  );
  const selection = clampSelection(subject.view.selection ?? firstCell, {
    rows: rows.length,
    columns: relation.columns.length,
  });
  const { top, bottom } = rangeOf(selection);
  const [source] = useState(() => new EditedSource());
  useLayoutEffect(() => source.setRows(rows), [source, rows]);

  const saving = useSaving(subject, staged);
  const problemText = useRowProblemText(relation);
  const looks = useLooks(relation, rows, saving.problems, problemText, firstRow);
  const stage = (edits: readonly CellEdit[]) => staged.change((now) => stageCells(now, edits));
  const editing = useCellEditing({
    relation,
    rows,
    stage,
    onOpen,
  });
  const actions = useRowActions({ subject, staged, rows, selection, grid });
  const { problems } = saving.state;
  const goTo = useGoTo({ subject, rows, grid, onlyChanged, showOnlyChanged, problems });
  return {
    subject,
    table,
    source,
    rows,
    selection,
    selected: rows.slice(top, bottom + 1),
    elsewhere,
    onlyChanged,
    showOnlyChanged,
    stage,
    editing,
    looks,
    actions,
    undo: () => staged.change(undoStep),
    redo: () => staged.change(redoStep),
    discard: () => staged.change(discardAll),
    saving,
    problemText,
    goTo,
    focusGrid: () => grid.current?.focus(),
  };
}
