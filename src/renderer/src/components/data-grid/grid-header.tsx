// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { memo, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { PlainText } from '../plain-text.tsx';
import { visibleText } from '../visible-text.ts';
import type { PlacedColumn } from './grid-cell.tsx';
import styles from './grid-header.module.css';
import type { ColumnOrder } from './grid-looks.ts';
import type { GridColumn } from './grid-source.ts';

interface GridHeaderProps {
  columns: readonly GridColumn[];
  placed: readonly PlacedColumn[];
  gutterPx: number;
  selectedFrom: number;
  selectedTo: number;
  order: readonly ColumnOrder[] | undefined;
  onSort: ((column: number, additive: boolean) => void) | undefined;
  onSelect: (column: number, extend: boolean) => void;
  onSelectAll: () => void;
  onResize: (column: number, widthPx: number) => void;
  onFit: (column: number) => void;
}

/** Names and types of the columns in sight. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { columns, placed, gutterPx, onSelectAll } = props;
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <div
        aria-hidden="true"
        className={styles.corner}
        style={{ width: gutterPx }}
        onPointerDown={onSelectAll}
      />
      <div role="presentation" className={styles.cells} style={{ left: gutterPx }}>
        {placed.map((place) => {
          const { [place.index]: column } = columns;
          return column && <ColumnHead key={place.index} {...props} place={place} column={column} />;
        })}
      </div>
    </div>
  );
});

interface ColumnHeadProps extends GridHeaderProps {
  place: PlacedColumn;
  column: GridColumn;
}

/**
 * A click selects the column; where columns can be sorted it sorts, and Ctrl makes it select. The right edge can be
 * dragged.
 */
function ColumnHead({ place, column, ...props }: ColumnHeadProps) {
  const { selectedFrom, selectedTo, order, onSort, onSelect } = props;
  const { name, type, isKey = false, canSort = false, note } = column;
  const canBeSorted = onSort !== undefined && canSort;
  const rank = order?.findIndex((one) => one.column === place.index) ?? -1;
  const sorted = order?.[rank];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and a key for it
    <div
      role="columnheader"
      aria-colindex={place.index + 1}
      {...(canBeSorted ? { 'aria-sort': sortName(sorted) } : {})}
      title={visibleText([`${name}\u00a0· ${type}`.trim(), note].filter(Boolean).join('\n'))}
      className={classNames(
        styles.cell,
        place.align === 'right' && styles.right,
        canBeSorted && styles.sortable,
        sorted !== undefined && styles.sorted,
        place.index >= selectedFrom && place.index <= selectedTo && styles.selected,
      )}
      style={{ left: place.startPx, width: place.widthPx }}
      onPointerDown={(event) => {
        const selects = !canBeSorted || event.ctrlKey || event.metaKey;
        if (event.button === 0 && selects) onSelect(place.index, event.shiftKey);
      }}
      onClick={(event) => {
        if (canBeSorted && !event.ctrlKey && !event.metaKey) onSort(place.index, event.shiftKey);
      }}
    >
      {isKey && (
        <span className={styles.key}>
          <Icon name="key" sizePx={12} />
        </span>
      )}
      <span className={styles.name}>
        <PlainText text={name} />
      </span>{' '}
      <span className={styles.type}>{type}</span>
      {sorted !== undefined && (
        <span aria-hidden="true" className={styles.order}>
          <Icon name={sorted.descending ? 'chevron' : 'chevron-up'} sizePx={12} />
          {order !== undefined && order.length > 1 && rank + 1}
        </span>
      )}
      <Edge place={place} onResize={props.onResize} onFit={props.onFit} />
    </div>
  );
}

function sortName(order: ColumnOrder | undefined): 'ascending' | 'descending' | 'none' {
  if (order === undefined) return 'none';
  return order.descending ? 'descending' : 'ascending';
}

interface EdgeProps extends Pick<GridHeaderProps, 'onResize' | 'onFit'> {
  place: PlacedColumn;
}

/** The right edge of a column: dragged to resize, double-clicked to fit. The keyboard has keys of its own for both. */
function Edge({ place, onResize, onFit }: EdgeProps) {
  const t = useTranslations('dataGrid');
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left } = event.currentTarget.parentElement?.getBoundingClientRect() ?? { left: event.clientX };
    onResize(place.index, event.clientX - left);
  };
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      title={t('resize')}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => onFit(place.index)}
    />
  );
}
