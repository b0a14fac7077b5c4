import { expect, it } from 'vitest';
import { clampWidth, fitColumn } from './fit-column.ts';

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
