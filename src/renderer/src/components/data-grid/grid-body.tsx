import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import styles from './grid-body.module.css';
import type { GridEditing } from './grid-editing.ts';
import { GridHeader } from './grid-header.tsx';
import type { CellLook, ColumnOrder, RowLook } from './grid-looks.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import { GridOverlay } from './grid-overlay.tsx';
import { GridRow } from './grid-row.tsx';
import type { GridCell, GridRange } from './grid-selection.ts';
import { gridSight } from './grid-sight.ts';
import type { GridColumn, GridSource } from './grid-source.ts';
import type { GridEditor } from './use-grid-editing.ts';
import type { GridPointer } from './use-grid-pointer.ts';
import { usePlacedColumns } from './use-placed-columns.ts';
import type { VirtualViewport } from './virtual-viewport.ts';

interface GridBodyProps {
  columns: readonly GridColumn[];
  source: GridSource;
  viewport: VirtualViewport;
  layout: ColumnLayout;
  gutterPx: number;
  range: GridRange;
  active: GridCell;
  activeId: string;
  highlight: string;
  rowLook: ((row: number) => RowLook) | undefined;
  cellLook: ((row: number, column: number) => CellLook | undefined) | undefined;
  order: readonly ColumnOrder[] | undefined;
  onSort: ((column: number, additive: boolean) => void) | undefined;
  jumpOf: ((row: number, column: number) => string | undefined) | undefined;
  editing: GridEditing | undefined;
  editor: GridEditor | null;
  /** What there is to say of the active cell; null: nothing. */
  note: string | null;
  /** A key was pressed in an editor, which may be out of sight. */
  onType: () => void;
  pointer: GridPointer;
  onSelectColumn: (column: number, extend: boolean) => void;
  onSelectAll: () => void;
  onResize: (column: number, widthPx: number) => void;
  onFit: (column: number) => void;
}

/** Rows are placed from a row every so often: nearby ones keep their place while the grid is scrolled. */
const rowsPerAnchor = 500;

/**
 * What is in sight, in a layer of the scroller's size that stays where it is: the rows in it are moved, so head and
 * numbers never leave, and no browser's limit of height matters.
 */
export function GridBody(props: GridBodyProps) {
  const { columns, source, viewport, layout, gutterPx, range, active } = props;
  const view = useSyncExternalStore(viewport.subscribe, viewport.state);
  useSyncExternalStore(source.subscribe, source.version);
  const sight = gridSight(view, layout, source.rowCount, gutterPx);
  const { firstRow, lastRow, firstColumn, lastColumn } = sight;
  const anchor = Math.floor(firstRow / rowsPerAnchor) * rowsPerAnchor;
  const slots = Math.ceil(Math.max(0, view.heightPx) / rowPx) + 1;

  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => layer.current?.style.setProperty('--grid-left', String(view.leftPx)), [view.leftPx]);
  useEffect(() => {
    if (lastRow >= firstRow) source.show(firstRow, lastRow);
  }, [source, firstRow, lastRow]);

  const placed = usePlacedColumns(columns, layout, firstColumn, lastColumn);
  const rows = [];
  for (let index = firstRow; index <= lastRow; index += 1) {
    const selected = index >= range.top && index <= range.bottom;
    const look = props.rowLook?.(index);
    rows.push(
      <GridRow
        // A row that leaves gives its elements to the one that comes.
        key={index % slots}
        index={index}
        label={look?.label ?? String(index + 1)}
        heading={look?.heading ?? false}
        tone={look?.tone}
        problem={look?.problem}
        cellLook={props.cellLook}
        wayOf={props.editing?.wayOf}
        jumpOf={props.jumpOf}
        topPx={(index - anchor) * rowPx}
        row={source.rowAt(index)}
        columns={placed}
        gutterPx={gutterPx}
        selectedFrom={selected ? range.left : -1}
        selectedTo={selected ? range.right : -1}
        activeColumn={index === active.row ? active.column : -1}
        activeId={props.activeId}
        highlight={props.highlight}
      />,
    );
  }
  const wholeColumns = range.top === 0 && range.bottom === source.rowCount - 1 && source.rowCount > 0;

  return (
    <div
      ref={layer}
      role="presentation"
      className={styles.layer}
      style={{ width: view.widthPx, height: view.heightPx }}
    >
      <GridHeader
        columns={columns}
        placed={placed}
        gutterPx={gutterPx}
        selectedFrom={wholeColumns ? range.left : -1}
        selectedTo={wholeColumns ? range.right : -1}
        onSelect={props.onSelectColumn}
        onSelectAll={props.onSelectAll}
        onResize={props.onResize}
        onFit={props.onFit}
        order={props.order}
        onSort={props.onSort}
      />
      <div
        role="presentation"
        className={styles.rows}
        style={{ transform: `translateY(${headPx + anchor * rowPx - view.topPx}px)` }}
        {...props.pointer}
      >
        {rows}
        <GridOverlay {...props} view={view} anchor={anchor} />
      </div>
    </div>
  );
}
