import { expect, it } from 'vitest';
import { isPacked } from './is-packed.ts';

it.each([
  ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], true],
  ['gzip', [0x1f, 0x8b, 0x08], true],
  ['text', [0x50, 0x4b, 0x3b, 0x31], false],
  ['nothing', [], false],
])('%s', (_, bytes, packed) => {
  expect(isPacked(new Uint8Array(bytes))).toBe(packed);
});
