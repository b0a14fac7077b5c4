import { describe, expect, it } from 'vitest';
import { binarySize } from './binary-size.ts';

const shown = (bytes: number) => {
  const { value, unit, digits } = binarySize(bytes);
  return `${value.toFixed(digits)} ${unit}`;
};

describe('binarySize', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [10 * 1024, '10 KiB'],
    [1_048_575, '1.0 MiB'],
    [218_103_808, '208 MiB'],
    [5 * 1024 ** 3 + 512 * 1024 ** 2, '5.5 GiB'],
    [3 * 1024 ** 6, '3072 PiB'],
  ])('%i bytes', (bytes, text) => {
    expect(shown(bytes)).toBe(text);
  });
});
