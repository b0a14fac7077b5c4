import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Relation } from '../../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { EditorPlace, GridEditing } from '../../../components/data-grid/grid-editing.ts';
import type { GridCell } from '../../../components/data-grid/grid-selection.ts';
import { placePasted } from '../../../components/data-grid/place-pasted.ts';
import { useToastStore } from '../../../stores/toast-store.ts';
import { CellEditor } from '../editors/cell-editor.tsx';
import { valueOfPasted } from '../editors/edit-draft.ts';
import { placeOfEditing } from '../editors/place-of-editing.ts';
import { toggledBoolean } from '../editors/toggled-boolean.ts';
import { editRefusal } from './edit-refusal.ts';
import { type EditedRow, isUnset } from './edited-rows.ts';
import type { CellEdit } from './stage-cells.ts';

interface CellEditingInput {
  relation: Relation;
  rows: readonly EditedRow[];
  stage: (edits: readonly CellEdit[]) => void;
  onOpen: (cell: GridCell) => void;
}

export interface PlacedValue extends GridCell {
  value: StagedValue | undefined;
}

/** Makes the cells of the grid editable: what is typed, toggled or pasted is staged. */
export function useCellEditing(input: CellEditingInput): GridEditing | undefined {
  const t = useTranslations('tableEdit.why');
  const paste = useTranslations('tableEdit.paste');
  const showToast = useToastStore((store) => store.showToast);
  const { relation, rows } = input;
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });
  return useMemo((): GridEditing | undefined => {
    if (relation.readOnlyReason !== null && relation.readOnlyReason !== 'no-key') return undefined;
    const refusalAt = ({ row, column }: GridCell) =>
      editRefusal(relation, relation.columns[column], rows[row]);
    const stage = (cells: readonly PlacedValue[]) => latest.current.stage(editsOf(relation, rows, cells));
    return {
      rowKey: (row) => rows[row]?.id ?? '',
      wayOf: (cell, start) => {
        const refusal = refusalAt(cell);
        if (refusal !== null) return { refused: t(refusal) };
        const column = relation.columns[cell.column];
        return column === undefined ? 'here' : placeOfEditing(column, valueAt(relation, rows, cell), start);
      },
      renderEditor: (place) => renderEditor(relation, rows, place, latest.current),
      onToggle: (cell) => {
        if (relation.columns[cell.column]?.valueType !== 'boolean' || refusalAt(cell) !== null) return false;
        stage([{ ...cell, value: toggledBoolean(shownBoolean(relation, rows, cell)) }]);
        return true;
      },
      onSetNull: ({ top, bottom, left, right }) => {
        const cells: PlacedValue[] = [];
        for (let row = top; row <= bottom; row += 1)
          for (let column = left; column <= right; column += 1) cells.push({ row, column, value: null });
        stage(cells);
      },
      onPaste: (cells, range) => {
        const size = { rows: rows.length, columns: relation.columns.length };
        const placed = placePasted(cells, range, size).map(({ row, column, text }) => {
          const of = relation.columns[column];
          return { row, column, value: of === undefined ? text : valueOfPasted(of, text) };
        });
        const edits = editsOf(relation, rows, placed);
        latest.current.stage(edits);
        const leftOut = Math.max(cells.flat().length, placed.length) - edits.length;
        if (leftOut > 0)
          showToast({ id: 'paste-left-out', tone: 'bad', text: paste('leftOut', { count: leftOut }) });
      },
    };
  }, [relation, rows, t, paste, showToast]);
}

/** Those that can be changed; the others stay as they are. */
function editsOf(relation: Relation, rows: readonly EditedRow[], cells: readonly PlacedValue[]): CellEdit[] {
  return cells.flatMap(({ row: index, column: at, value }) => {
    const column = relation.columns[at];
    const target = rows[index]?.target ?? null;
    if (column === undefined || target === null || editRefusal(relation, column, rows[index]) !== null)
      return [];
    return [{ row: target, column: column.name, value }];
  });
}

/** As it stands: read, staged, or the server's to make. */
export function valueAt(
  { columns }: Relation,
  rows: readonly EditedRow[],
  { row: index, column: at }: GridCell,
): Cell | StagedValue {
  const row = rows[index];
  const column = columns[at];
  if (row === undefined || column === undefined) return null;
  return isUnset(row.staged, column.name) ? { default: true } : (row.cells[at] ?? null);
}

/** What a boolean is, or will be by its default. */
function shownBoolean(relation: Relation, rows: readonly EditedRow[], cell: GridCell): StagedValue {
  const value = valueAt(relation, rows, cell);
  if (typeof value !== 'object' || value === null) return value;
  return relation.columns[cell.column]?.defaultText ?? null;
}

function renderEditor(
  relation: Relation,
  rows: readonly EditedRow[],
  place: EditorPlace,
  { stage, onOpen }: CellEditingInput,
) {
  const { cell, start, mostWidthPx, mostHeightPx, close } = place;
  const column = relation.columns[cell.column];
  const target = rows[cell.row]?.target ?? null;
  const value = valueAt(relation, rows, cell);
  if (column === undefined || target === null) return null;
  // Of a long value only the beginning is known, and it is about to be replaced.
  const before = typeof value === 'object' && value !== null && 'start' in value ? null : value;
  return (
    <CellEditor
      column={column}
      value={before}
      start={start}
      mostWidthPx={mostWidthPx}
      mostHeightPx={mostHeightPx}
      onEnd={(next, move) => {
        if (next !== undefined) stage([{ row: target, column: column.name, value: next }]);
        close(move);
      }}
      onOpen={() => onOpen(cell)}
    />
  );
}
