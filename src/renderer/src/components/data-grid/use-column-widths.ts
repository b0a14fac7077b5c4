import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { type ColumnLayout, columnLayout } from './column-layout.ts';
import { clampWidth, firstWidths, fitColumn, widestPx } from './fit-column.ts';
import { gutterWidth } from './grid-metrics.ts';
import type { GridColumn, GridSource, GridValue } from './grid-source.ts';
import { measureTextIn } from './measure-text.ts';

/** How many rows around a place are looked at to fit a column. */
const fittedRows = 500;

interface Widths {
  px: readonly number[];
  /** To values, not only to the names of the columns. */
  fitted: boolean;
}

interface ColumnWidths {
  /** Null while the first rows are read: columns that jump are worse than columns that come a moment later. */
  layout: ColumnLayout | null;
  resize: (column: number, widthPx: number) => void;
  /** As wide as the values at hand around a row. */
  refit: (column: number, aroundRow: number) => void;
}

/** The widths of a grid's columns: fitted to the first rows once, then as the person wants them. */
export function useColumnWidths(
  ref: RefObject<HTMLElement | null>,
  columns: readonly GridColumn[],
  source: GridSource,
  start: readonly number[] | undefined,
): ColumnWidths {
  const [widths, setWidths] = useState<Widths | null>(() => (start ? { px: start, fitted: true } : null));

  const fitted = useCallback(
    (column: number, aroundRow: number) => {
      const found = columns[column];
      if (found === undefined || ref.current === null) return 0;
      return fitColumn(
        found,
        valuesAround(source, column, aroundRow),
        source.rowCount,
        measureTextIn(ref.current),
      );
    },
    [ref, columns, source],
  );

  const isPlaced = widths?.fitted === true;
  const rowCount = useSyncExternalStore(source.subscribe, () => source.rowCount);
  const isHere = useSyncExternalStore(source.subscribe, () => source.rowAt(0) !== undefined);
  useEffect(() => {
    if (!isPlaced && rowCount > 0) source.show(0, 0);
  }, [isPlaced, rowCount, source]);
  useLayoutEffect(() => {
    if (isPlaced || (rowCount > 0 && !isHere)) return;
    const roomPx = (ref.current?.clientWidth ?? 0) - gutterWidth(rowCount);
    const px = firstWidths(
      columns.map((_, column) => fitted(column, 0)),
      roomPx,
    );
    setWidths({ px, fitted: isHere });
  }, [ref, isPlaced, isHere, rowCount, columns, fitted]);

  const resize = useCallback((column: number, widthPx: number) => {
    setWidths(
      (before) =>
        before && {
          ...before,
          px: before.px.map((px, index) => (index === column ? clampWidth(widthPx) : px)),
        },
    );
  }, []);
  const refit = useCallback(
    (column: number, aroundRow: number) => resize(column, Math.min(fitted(column, aroundRow), widestPx / 2)),
    [resize, fitted],
  );

  const layout = useMemo(() => (widths === null ? null : columnLayout(widths.px)), [widths]);
  return { layout, resize, refit };
}

function valuesAround(source: GridSource, column: number, aroundRow: number): GridValue[] {
  const values: GridValue[] = [];
  const from = Math.max(0, aroundRow - fittedRows / 2);
  for (let row = from; row < Math.min(from + fittedRows, source.rowCount); row += 1) {
    const value = source.rowAt(row)?.[column];
    if (value !== undefined) values.push(value);
  }
  return values;
}
