// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { memo, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../class-names.ts';
import { PlainText } from '../plain-text.tsx';
import { visibleText } from '../visible-text.ts';
import type { PlacedColumn } from './grid-cell.tsx';
import styles from './grid-header.module.css';
import type { GridColumn } from './grid-source.ts';

interface GridHeaderProps {
  columns: readonly GridColumn[];
  placed: readonly PlacedColumn[];
  gutterPx: number;
  selectedFrom: number;
  selectedTo: number;
  onSelect: (column: number, extend: boolean) => void;
  onSelectAll: () => void;
  onResize: (column: number, widthPx: number) => void;
  onFit: (column: number) => void;
}

/** Names and types of the columns in sight. A click selects a column; its right edge can be dragged. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { columns, placed, gutterPx, selectedFrom, selectedTo, onSelect, onSelectAll } = props;
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
          const column = columns[place.index];
          if (column === undefined) return null;
          const { name, type } = column;
          return (
            <div
              key={place.index}
              role="columnheader"
              aria-colindex={place.index + 1}
              title={visibleText(`${name}\u00a0· ${type}`.trim())}
              className={classNames(
                styles.cell,
                place.align === 'right' && styles.right,
                place.index >= selectedFrom && place.index <= selectedTo && styles.selected,
              )}
              style={{ left: place.startPx, width: place.widthPx }}
              onPointerDown={(event) => event.button === 0 && onSelect(place.index, event.shiftKey)}
            >
              <span className={styles.name}>
                <PlainText text={name} />
              </span>{' '}
              <span className={styles.type}>{type}</span>
              <Edge place={place} onResize={props.onResize} onFit={props.onFit} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

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
      onDoubleClick={() => onFit(place.index)}
    />
  );
}
