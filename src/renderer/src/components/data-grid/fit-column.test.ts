import { describe, expect, it } from 'vitest';
import { clampWidth, firstWidths, fitColumn } from './fit-column.ts';

const measure = (text: string) => text.length * 7;

it('is as wide as the longest value or the head', () => {
  const column = { name: 'id', type: 'int', align: 'right' } as const;
  expect(fitColumn(column, ['1', null, '123456789', { start: '12', lengthBytes: 99 }], 10, measure)).toBe(
    63 + 22,
  );
  expect(fitColumn(column, ['1'], 10, measure)).toBe(14 + 8 + 21 + 22);
  expect(fitColumn(column, ['1'], 10_000_000, measure)).toBe(8 * 7 + 22);
});

it('counts symbols as they are shown, and stays within its bounds', () => {
  const column = { name: '', type: '', align: 'left' } as const;
  expect(fitColumn(column, ['a\u0085b'], 10, measure)).toBe('a⟨U+0085⟩b'.length * 7 + 22);
  expect(clampWidth(1)).toBe(48);
  expect(clampWidth(fitColumn(column, ['x'.repeat(10_000)], 10, measure), 380)).toBe(380);
});

describe('firstWidths', () => {
  it.each([
    ['what fits gets some more', [100, 200, 500], 900, [133, 233, 533]],
    ['but not all of the room', [100, 200], 900, [140, 240]],
    ['the longest takes what is left', [100, 1500], 1000, [100, 900]],
    ['long ones share', [100, 1500, 1800], 1300, [100, 600, 600]],
    ['what cannot fit is cut', [300, 700, 700, 100], 500, [300, 380, 380, 100]],
    ['nothing is too narrow or too wide', [10, 5000], 9000, [88, 2000]],
    ['no columns', [], 500, []],
  ])('%s', (_name, wanted, roomPx, widths) => {
    expect(firstWidths(wanted, roomPx)).toEqual(widths);
  });
});
