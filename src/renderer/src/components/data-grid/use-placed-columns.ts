import { useMemo } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import type { PlacedColumn } from './grid-cell.tsx';
import type { GridColumn } from './grid-source.ts';

/** Columns in sight with their places: the same list as long as the same ones are. */
export function usePlacedColumns(
  columns: readonly GridColumn[],
  layout: ColumnLayout,
  firstColumn: number,
  lastColumn: number,
): readonly PlacedColumn[] {
  return useMemo(() => {
    const found: PlacedColumn[] = [];
    for (let index = firstColumn; index <= lastColumn; index += 1) {
      const { [index]: startPx = 0 } = layout.starts;
      const { [index]: widthPx = 0 } = layout.widths;
      const { align = 'left', isBoolean = false, leads = false } = columns[index] ?? {};
      found.push({ index, startPx, widthPx, align, isBoolean, leads });
    }
    return found;
  }, [columns, layout, firstColumn, lastColumn]);
}
