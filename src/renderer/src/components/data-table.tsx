import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { focusNextRow } from './focus-next-row.ts';
import { Icon } from './icon.tsx';
import { type Sorting, useSorted } from './use-sorted.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and buttons stand at the right. */
  align?: 'start' | 'end';
  width?: string;
  /** The header sorts by it. */
  sortBy?: (row: Row) => string | number;
  /** The header is for screen readers only (buttons). */
  hiddenHeader?: boolean;
  /** Long text breaks instead of widening the table. */
  wrap?: boolean;
  /** Takes `width` and no more: what is longer is cut with an ellipsis. */
  clip?: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** In a card, which has a border already. */
  bare?: boolean;
  /** There may be nothing in it that takes the focus: it takes it itself, so that keys can scroll it. */
  focusable?: boolean;
}

const virtualAbove = 100;
const usualRowPx = 44;

/**
 * A list as a table. Arrow keys go from row to row on the control of the same column; above a hundred rows only those
 * on screen are drawn.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  bare = false,
  focusable = false,
}: DataTableProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const { sorted, sorting, sortBy } = useSorted(rows, columns);
  const virtual = sorted.length > virtualAbove;
  const virtualizer = useVirtualizer({
    count: virtual ? sorted.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualRowPx,
    getItemKey: (index) => rowKey(sorted[index] as Row),
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const shown = virtual ? items.map(({ index }) => index) : sorted.map((_, index) => index);
  const abovePx = items[0]?.start ?? 0;
  const belowPx = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  return (
    <div
      ref={scroll}
      className={classNames(styles.scroll, !bare && styles.framed)}
      {...(focusable ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {})}
    >
      <table className={styles.table} aria-label={label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell
                key={column.key}
                column={column}
                sorting={sorting}
                onSort={() => sortBy(column.key)}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={focusNextRow}>
          <Filler heightPx={abovePx} columns={columns.length} />
          {shown.map((index) => {
            const row = sorted[index] as Row;
            return (
              <BodyRow
                key={rowKey(row)}
                row={row}
                index={index}
                columns={columns}
                ref={virtual ? virtualizer.measureElement : null}
              />
            );
          })}
          <Filler heightPx={belowPx} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sorting: Sorting | null;
  onSort: () => void;
}

function HeaderCell<Row>({ column, sorting, onSort }: HeaderCellProps<Row>) {
  const order = sorting?.key === column.key ? sorting.order : undefined;
  const text =
    column.hiddenHeader === true ? <span className="visually-hidden">{column.header}</span> : column.header;
  return (
    <th
      scope="col"
      className={classNames(column.align === 'end' && styles.end)}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={order}
    >
      {column.sortBy === undefined ? (
        text
      ) : (
        <button
          type="button"
          className={classNames(styles.sort, order === 'ascending' && styles.up)}
          onClick={onSort}
        >
          {text}
          {order !== undefined && <Icon name="chevron" sizePx={10} />}
        </button>
      )}
    </th>
  );
}

interface BodyRowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  ref: Ref<HTMLTableRowElement>;
}

function BodyRow<Row>({ row, index, columns, ref }: BodyRowProps<Row>) {
  return (
    <tr ref={ref} data-index={index} className={styles.row} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <td
          key={column.key}
          className={classNames(
            column.align === 'end' && styles.end,
            column.wrap === true && styles.wrap,
            column.clip === true && styles.clip,
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Keeps the place of rows that are not drawn. */
function Filler({ heightPx, columns }: { heightPx: number; columns: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr className={styles.filler}>
      <td colSpan={columns} style={{ height: heightPx }} />
    </tr>
  );
}
