import { describe, expect, it } from 'vitest';
import { columnAt, columnLayout } from './column-layout.ts';

describe('column layout', () => {
  const layout = columnLayout([50, 100, 30]);

  it('puts columns side by side', () => {
    expect(layout.starts).toEqual([0, 50, 150]);
    expect(layout.totalPx).toBe(180);
  });

  it.each([
    [-10, 0],
    [0, 0],
    [49.9, 0],
    [50, 1],
    [149, 1],
    [150, 2],
    [1000, 2],
  ])('finds the column at %d px', (xPx, column) => {
    expect(columnAt(layout, xPx)).toBe(column);
  });

  it('knows no column of none', () => {
    expect(columnLayout([]).totalPx).toBe(0);
    expect(columnAt(columnLayout([]), 5)).toBe(0);
  });
});
