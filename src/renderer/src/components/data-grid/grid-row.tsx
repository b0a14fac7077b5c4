// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { GridCell, type PlacedColumn } from './grid-cell.tsx';
import type { EditWay } from './grid-editing.ts';
import type { CellLook, RowTone } from './grid-looks.ts';
import styles from './grid-row.module.css';
import type { GridRow as Row } from './grid-source.ts';

interface GridRowProps {
  index: number;
  label: string;
  heading: boolean;
  tone: RowTone | undefined;
  problem: string | undefined;
  cellLook: ((row: number, column: number) => CellLook | undefined) | undefined;
  /** Where cells can be edited. */
  wayOf: ((cell: { row: number; column: number }) => EditWay) | undefined;
  jumpOf: ((row: number, column: number) => string | undefined) | undefined;
  topPx: number;
  /** Undefined while it is read. */
  row: Row | undefined;
  /** Those in sight. */
  columns: readonly PlacedColumn[];
  gutterPx: number;
  /** First and last selected column; -1: none. */
  selectedFrom: number;
  selectedTo: number;
  /** -1: not in this row. */
  activeColumn: number;
  activeId: string;
  highlight: string;
}

/** One row of a grid: its number, which stays at the left, and the cells in sight. */
export const GridRow = memo(function GridRow({
  index,
  label,
  heading,
  tone,
  problem,
  cellLook,
  wayOf,
  jumpOf,
  topPx,
  row,
  columns,
  gutterPx,
  selectedFrom,
  selectedTo,
  activeColumn,
  activeId,
  highlight,
}: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      aria-invalid={problem !== undefined || undefined}
      className={classNames(
        styles.row,
        heading && styles.heading,
        tone !== undefined && styles[tone],
        problem !== undefined && styles.problem,
      )}
      style={{ top: topPx }}
    >
      <div
        aria-hidden="true"
        title={problem}
        className={classNames(styles.gutter, selectedFrom >= 0 && styles.selected)}
        style={{ width: gutterPx }}
      >
        {label}
      </div>
      <div role="presentation" className={styles.cells} style={{ left: gutterPx }}>
        {columns.map((column) => (
          <GridCell
            key={column.index}
            id={column.index === activeColumn ? activeId : undefined}
            column={column}
            value={row === undefined ? undefined : (row[column.index] ?? null)}
            selected={column.index >= selectedFrom && column.index <= selectedTo}
            highlight={highlight}
            look={cellLook?.(index, column.index)}
            jump={column.leads ? jumpOf?.(index, column.index) : undefined}
            readOnly={
              wayOf === undefined ? undefined : isRefused(wayOf({ row: index, column: column.index }))
            }
          />
        ))}
      </div>
    </div>
  );
});

const isRefused = (way: EditWay): boolean => typeof way === 'object';
