import { expect, test } from 'vitest';
import { byteCodec } from './byte-codec.ts';
import { CopiedLines } from './copied-lines.ts';

function linesOf(bytes: Buffer, pieceBytes: number): string[] {
  const lines = new CopiedLines(byteCodec('UTF8'));
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    found.push(...lines.push(bytes.subarray(at, at + pieceBytes)));
  return [...found, ...lines.flush()];
}

test.each([1, 2, 3, 7, 100])('cut every %i bytes the lines are the same', (pieceBytes) => {
  expect(linesOf(Buffer.from('é🐘\n\n\t\\N\r\nend\n'), pieceBytes)).toEqual(['é🐘', '', '\t\\N\r', 'end']);
  expect(linesOf(Buffer.from('no end'), pieceBytes)).toEqual(['no end']);
});

test('behind a line over the limit nothing is kept', () => {
  const lines = new CopiedLines(byteCodec('UTF8'));
  const piece = Buffer.alloc(16 * 1024 * 1024, 'x');
  for (let count = 0; count < 5; count += 1) expect(lines.push(piece)).toEqual([]);
  expect(lines.tooLongBytes).toBe(5 * piece.length);
  expect(lines.push(Buffer.from('\nmore\n'))).toEqual([]);
  expect(lines.flush()).toEqual([]);
});
