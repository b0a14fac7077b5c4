// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useSyncExternalStore,
} from 'react';
import styles from './data-grid.module.css';
import { GridBody } from './grid-body.tsx';
import type { GridEditing } from './grid-editing.ts';
import { GridKeyHelp } from './grid-key-help.tsx';
import type { CellLook, ColumnOrder, RowLook } from './grid-looks.ts';
import { gutterWidth, headPx, rowPx } from './grid-metrics.ts';
import {
  type GridCell,
  type GridRange,
  type GridSelection,
  rangeOf,
  selectAll,
  selectColumns,
} from './grid-selection.ts';
import { scrollToCell } from './grid-sight.ts';
import type { GridColumn, GridSource } from './grid-source.ts';
import type { GridView } from './grid-view.ts';
import { readPasted } from './read-pasted.ts';
import { useActiveInSight } from './use-active-in-sight.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { type GridEditor, useGridEditing } from './use-grid-editing.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useKeptView } from './use-kept-view.ts';
import { useVirtualViewport } from './use-virtual-viewport.ts';

export interface GridHandle {
  focus: () => void;
  /** Scrolls as little as needed. */
  reveal: (cell: GridCell) => void;
  /** Selects a cell and begins to edit it, where it can be edited. */
  edit: (cell: GridCell) => void;
}

interface DataGridProps {
  ref?: Ref<GridHandle>;
  label: string;
  /** Other columns are another grid: give it another `key`. */
  columns: readonly GridColumn[];
  source: GridSource;
  selection: GridSelection;
  onSelect: (selection: GridSelection) => void;
  /** How it stood before; it must have the rows it had then. */
  start?: GridView | undefined;
  /** Told when it leaves the document. */
  onLeave?: ((view: GridView) => void) | undefined;
  /** Enter or a double click; where cells are edited by these, Ctrl+Enter or F4. */
  onOpen: (cell: GridCell) => void;
  /** Escape, when there is no larger selection to give up. */
  onEscape?: (() => void) | undefined;
  /** Ctrl+C or Cmd+C. */
  onCopy: () => void;
  /** Ctrl+F or Cmd+F. */
  onFind: () => void;
  /** Marked wherever it is in sight, in any case. */
  highlight?: string;
  /** What stands beside a row; else its number. */
  rowLook?: ((row: number) => RowLook) | undefined;
  /** Give another function when a cell looks otherwise, the same one as long as none does. */
  cellLook?: ((row: number, column: number) => CellLook | undefined) | undefined;
  order?: readonly ColumnOrder[] | undefined;
  /** A click on the head of a column, or Alt+↑ in it; with Shift (`additive`) beside the columns before it. */
  onSort?: ((column: number, additive: boolean) => void) | undefined;
  /**
   * Where the value of a cell leads, in words; undefined: nowhere. Only asked in columns that lead somewhere. Give another
   * function when an answer would be another one.
   */
  jumpOf?: ((row: number, column: number) => string | undefined) | undefined;
  /** A click on the arrow of a cell, or Alt+Enter in it. */
  onJump?: ((cell: GridCell) => void) | undefined;
  editing?: GridEditing | undefined;
  /** A key that the grid has no use for. True: the owner took it. */
  onKey?: ((event: KeyboardEvent) => boolean) | undefined;
}

/**
 * A grid of any number of rows and columns of which only those in sight are in the document. It has the focus itself
 * and names its active cell, so that a cell that is scrolled away takes nothing with it.
 */
export function DataGrid(props: DataGridProps) {
  const { ref, label, columns, source, selection, onSelect, highlight = '' } = props;
  const { rowLook, cellLook, order, onSort, jumpOf, editing } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowCount = useSyncExternalStore(source.subscribe, () => source.rowCount);
  const contentPx = headPx + rowCount * rowPx;
  const viewport = useVirtualViewport(scroller, contentPx);
  const gutterPx = gutterWidth(rowCount);
  const { layout, resize, refit } = useColumnWidths(scroller, columns, source, props.start?.widths);
  useKeptView(viewport, layout, props);
  const size = { rows: rowCount, columns: columns.length };

  const reveal = (cell: GridCell) => {
    if (layout !== null) viewport.scrollTo(scrollToCell(cell, viewport.state(), layout, gutterPx));
  };
  const select = (next: GridSelection) => {
    onSelect(next);
    reveal(next.active);
  };
  const focus = () => void scroller.current?.focus({ preventScroll: true });
  const { active } = selection;
  const editor = useGridEditing({ ...props, size, active, select, focus });
  const begin = editor?.begin;
  useImperativeHandle(ref, () => ({ focus, reveal, edit: (cell) => begin?.(cell, { kind: 'keep' }) }));
  const onKeyDown = useGridKeys({ ...props, size, viewport, layout, resize, refit, select, begin });
  const pointer = useGridPointer({ ...props, size, viewport, layout, gutterPx, select, begin });
  const range = rangeOf(selection);
  const isActiveInSight = useActiveInSight({ viewport, layout, rowCount, gutterPx, active, reveal });

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={isActiveInSight ? `${id}-active` : undefined}
        tabIndex={0}
        className={styles.scroller}
        onKeyDown={onKeyDown}
        onPaste={(event) => paste(event, props.editing, range)}
      >
        <GridKeyHelp id={`${id}-keys`} grid={props} canEdit={editor !== null} />
        {layout !== null && (
          <div
            role="presentation"
            className={styles.canvas}
            style={{ height: viewport.canvasPx(contentPx), width: gutterPx + layout.totalPx }}
          >
            <GridBody
              columns={columns}
              source={source}
              viewport={viewport}
              layout={layout}
              gutterPx={gutterPx}
              range={range}
              active={active}
              activeId={`${id}-active`}
              highlight={highlight}
              {...{ rowLook, cellLook, order, onSort, jumpOf, editing }}
              editor={editor}
              note={noteOf(props, rowCount, editor)}
              onType={() => editor?.edited && reveal(editor.edited.cell)}
              pointer={pointer}
              onSelectColumn={(column, extend) =>
                onSelect(selectColumns(extend ? selection.anchor.column : column, column, size))
              }
              onSelectAll={() => onSelect(selectAll(size))}
              onResize={resize}
              onFit={(column) => refit(column, Math.floor(viewport.state().topPx / rowPx))}
            />
          </div>
        )}
      </div>
      <Told note={noteOf(props, rowCount, editor)} />
    </>
  );
}

/** Beside the grid, in which nothing but rows may stand. */
function Told({ note }: { note: string | null }) {
  return (
    <p role="status" className="visually-hidden">
      {note}
    </p>
  );
}

/** What there is to say of the active cell; null: nothing, or an editor may grow over where it would stand. */
function noteOf(
  { cellLook, selection: { active } }: DataGridProps,
  rowCount: number,
  editor: GridEditor | null,
): string | null {
  if (editor?.edited) return null;
  const problem = rowCount === 0 ? undefined : cellLook?.(active.row, active.column)?.problem;
  return editor?.refusal ?? problem ?? null;
}

function paste(event: ClipboardEvent, editing: GridEditing | undefined, range: GridRange): void {
  const text = event.clipboardData.getData('text/plain');
  if (event.target !== event.currentTarget || editing === undefined || text === '') return;
  event.preventDefault();
  editing.onPaste(readPasted(text), range);
}
