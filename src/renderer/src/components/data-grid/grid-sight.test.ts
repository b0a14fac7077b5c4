import { describe, expect, it } from 'vitest';
import { columnLayout } from './column-layout.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import { gridSight, scrollToCell } from './grid-sight.ts';

const layout = columnLayout([100, 200, 300]);
const view = { topPx: 10 * rowPx, leftPx: 0, widthPx: 250, heightPx: headPx + 5 * rowPx };

describe('gridSight', () => {
  it('is what can be seen, partly included', () => {
    expect(gridSight(view, layout, 1000, 50)).toEqual({
      firstRow: 10,
      lastRow: 15,
      firstColumn: 0,
      lastColumn: 1,
    });
    expect(gridSight(view, layout, 13, 50)).toMatchObject({ lastRow: 12 });
    expect(gridSight({ ...view, topPx: 0 }, layout, 0, 50)).toMatchObject({ firstRow: 0, lastRow: -1 });
  });
});

describe('scrollToCell', () => {
  it('stays where the cell is in sight', () => {
    expect(scrollToCell({ row: 12, column: 0 }, view, layout, 50)).toEqual({ topPx: view.topPx, leftPx: 0 });
  });

  it('goes as little as needed', () => {
    expect(scrollToCell({ row: 9, column: 1 }, view, layout, 50)).toEqual({ topPx: 9 * rowPx, leftPx: 100 });
    expect(scrollToCell({ row: 15, column: 0 }, view, layout, 50).topPx).toBe(11 * rowPx);
  });

  it('shows what is around a cell that is far away', () => {
    expect(scrollToCell({ row: 500, column: 0 }, view, layout, 50).topPx).toBe(497.5 * rowPx);
    expect(scrollToCell({ row: 0, column: 0 }, view, layout, 50).topPx).toBe(-2.5 * rowPx);
  });

  it('shows what does not fit from its beginning', () => {
    expect(scrollToCell({ row: 12, column: 2 }, view, layout, 50).leftPx).toBe(300);
  });
});
