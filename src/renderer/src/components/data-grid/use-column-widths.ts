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
import { clampWidth, fitColumn, widestFirstPx, widestPx } from './fit-column.ts';
import type { GridColumn, GridSource, GridValue } from './grid-source.ts';
import { measureTextIn } from './measure-text.ts';

/** How many rows around a place are looked at to fit a column. */
const fittedRows = 500;

interface ColumnWidths {
  /** Null until the first rows are there: columns that jump are worse than columns that come a moment later. */
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
): ColumnWidths {
  const [widths, setWidths] = useState<readonly number[] | null>(null);

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

  const wanting = widths === null;
  const rowCount = useSyncExternalStore(source.subscribe, () => source.rowCount);
  const ready = useSyncExternalStore(
    source.subscribe,
    () => source.rowCount === 0 || source.rowAt(0) !== undefined,
  );
  useEffect(() => {
    if (wanting && rowCount > 0) source.show(0, 0);
  }, [wanting, rowCount, source]);
  useLayoutEffect(() => {
    if (wanting && ready) setWidths(columns.map((_, column) => clampWidth(fitted(column, 0), widestFirstPx)));
  }, [wanting, ready, columns, fitted]);

  const resize = useCallback((column: number, widthPx: number) => {
    setWidths(
      (before) => before?.map((width, index) => (index === column ? clampWidth(widthPx) : width)) ?? null,
    );
  }, []);
  const refit = useCallback(
    (column: number, aroundRow: number) => resize(column, Math.min(fitted(column, aroundRow), widestPx / 2)),
    [resize, fitted],
  );

  const layout = useMemo(() => (widths === null ? null : columnLayout(widths)), [widths]);
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
