import { expect, it } from 'vitest';
import { decodeBytea } from './decode-bytea.ts';
import { hexDumpLine } from './hex-dump-line.ts';

it.each([
  ['\\x', []],
  ['\\x00ffA5b', [0, 255, 0xa5]],
  ['abc\\\\d\\000\\377', [97, 98, 99, 92, 100, 0, 255]],
  ['', []],
])('reads the bytes of %s', (text, bytes) => {
  expect([...decodeBytea(text)]).toEqual(bytes);
});

it('writes lines like hexdump', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index + 0x6b);
  expect(hexDumpLine(bytes, 0, 16)).toEqual({
    offset: '00000000',
    hex: '6b 6c 6d 6e 6f 70 71 72  73 74 75 76 77 78 79 7a',
    characters: 'klmnopqrstuvwxyz',
  });
  expect(hexDumpLine(bytes, 1, 16)).toEqual({ offset: '00000010', hex: '7b 7c 7d 7e', characters: '{|}~' });
  expect(hexDumpLine(bytes, 1, 8)).toEqual({
    offset: '00000008',
    hex: '73 74 75 76  77 78 79 7a',
    characters: 'stuvwxyz',
  });
  expect(hexDumpLine(new Uint8Array([0, 127, 200]), 0, 8).characters).toBe('...');
});
