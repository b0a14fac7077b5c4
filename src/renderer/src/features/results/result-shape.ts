import type { ResultColumn } from '../../../../shared/contract/results.ts';
import type { CellPlace } from '../../api/results.ts';
import type { RowLook } from '../../components/data-grid/grid-looks.ts';
import type { GridCell, GridRange } from '../../components/data-grid/grid-selection.ts';
import type { GridColumn, GridSource } from '../../components/data-grid/grid-source.ts';
import { ExpandedSource } from './expanded-source.ts';

/** How rows and columns of a result stand in a grid. */
export interface ResultShape {
  columns: readonly GridColumn[];
  source: GridSource;
  /** The value that a cell of the grid shows; null for a heading. */
  valueAt: (cell: GridCell) => CellPlace | null;
  cellOf: (place: CellPlace) => GridCell;
  /** Rows and columns of the result that cells of the grid stand for. */
  rangeOf: (cells: GridRange) => GridRange;
  /** What stands beside a line of the grid; undefined: its number. */
  rowLook?: (line: number) => RowLook;
}

export function tableShape(columns: readonly ResultColumn[], source: GridSource): ResultShape {
  return { columns, source, valueAt: (cell) => cell, cellOf: (place) => place, rangeOf: (cells) => cells };
}

/** As `\x` of psql shows it: one record below the other. */
export function expandedShape(
  columns: readonly ResultColumn[],
  rows: GridSource,
  texts: { name: string; value: string; heading: (record: number) => string },
): ResultShape {
  const source = new ExpandedSource(rows, columns, texts.heading);
  const last = columns.length - 1;
  return {
    columns: [
      { name: texts.name, type: '', align: 'left' },
      { name: texts.value, type: '', align: 'left' },
    ],
    source,
    valueAt: ({ row }) => {
      const { record, column } = source.placeOf(row);
      return column === null ? null : { row: record, column };
    },
    cellOf: ({ row, column }) => ({ row: source.lineOf(row, column), column: 1 }),
    rangeOf: ({ top, bottom }) => {
      const from = source.placeOf(top);
      const to = source.placeOf(bottom);
      // Part of one record is those columns; more than that, or its heading, is whole records.
      const isPart = from.record === to.record && from.column !== null && to.column !== null;
      return {
        top: from.record,
        bottom: to.record,
        left: isPart ? (from.column ?? 0) : 0,
        right: isPart ? (to.column ?? last) : last,
      };
    },
    rowLook: (line) => {
      const { record, column } = source.placeOf(line);
      return { label: column === null ? String(record + 1) : '', heading: column === null };
    },
  };
}
