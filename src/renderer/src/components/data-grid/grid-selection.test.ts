import { describe, expect, it } from 'vitest';
import {
  moveSelection,
  rangeOf,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
} from './grid-selection.ts';

const size = { rows: 1_000_000, columns: 5 };
const start = selectCell({ row: 10, column: 2 });
const press = (key: string, ctrl = false, shift = false) =>
  moveSelection(start, { key, ctrl, shift }, size, 20);

describe('moveSelection', () => {
  it.each([
    ['ArrowUp', false, 9, 2],
    ['ArrowDown', false, 11, 2],
    ['ArrowLeft', false, 10, 1],
    ['ArrowRight', false, 10, 3],
    ['PageUp', false, 0, 2],
    ['PageDown', false, 30, 2],
    ['Home', false, 10, 0],
    ['End', false, 10, 4],
    ['Home', true, 0, 0],
    ['End', true, 999_999, 4],
    ['ArrowDown', true, 999_999, 2],
  ])('%s (with Ctrl: %s) goes to row %d, column %d', (key, ctrl, row, column) => {
    expect(press(key, ctrl)).toEqual(selectCell({ row, column }));
  });

  it('extends from where it began', () => {
    const extended = press('End', true, true);
    expect(extended && rangeOf(extended)).toEqual({ top: 10, bottom: 999_999, left: 2, right: 4 });
  });

  it('knows no other keys, and nowhere to go in nothing', () => {
    expect(press('a')).toBeNull();
    expect(
      moveSelection(start, { key: 'End', ctrl: true, shift: false }, { rows: 0, columns: 0 }, 20),
    ).toBeNull();
  });
});

it('selects all, rows and columns as rectangles', () => {
  expect(rangeOf(selectAll(size))).toEqual({ top: 0, bottom: 999_999, left: 0, right: 4 });
  expect(rangeOf(selectRows(7, 3, size))).toEqual({ top: 3, bottom: 7, left: 0, right: 4 });
  expect(rangeOf(selectColumns(1, 2, size))).toEqual({ top: 0, bottom: 999_999, left: 1, right: 2 });
});
