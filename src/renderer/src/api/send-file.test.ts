import { describe, expect, it } from 'vitest';
import { sendFile } from './send-file.ts';

const pieceBytes = 4 * 1024 * 1024;

async function sent(file: File, wanted = (_: number) => true): Promise<[bytes: number, last: boolean][]> {
  const pieces: [number, boolean][] = [];
  await sendFile(file, async (chunk, last) => {
    pieces.push([chunk.size, last]);
    return { wanted: wanted(pieces.length) };
  });
  return pieces;
}

describe('a file on its way to main', () => {
  it('goes in pieces, the last one marked', async () => {
    const file = new File([new Uint8Array(2 * pieceBytes + 5)], 'a.csv');
    expect(await sent(file)).toEqual([
      [pieceBytes, false],
      [pieceBytes, false],
      [5, true],
    ]);
    expect(await sent(new File([new Uint8Array(pieceBytes)], 'a.csv'))).toEqual([[pieceBytes, true]]);
  });

  it('is one empty piece when it is empty', async () => {
    expect(await sent(new File([], 'a.csv'))).toEqual([[0, true]]);
  });

  it('stops when no more of it is wanted', async () => {
    const file = new File([new Uint8Array(3 * pieceBytes)], 'a.csv');
    expect(await sent(file, (pieces) => pieces < 2)).toHaveLength(2);
  });

  it('fails by name where it cannot be read any more', async () => {
    class GoneFile extends File {
      override slice(): Blob {
        const piece = new Blob();
        piece.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
        return piece;
      }
    }
    await expect(sent(new GoneFile(['x'], 'gone.csv'))).rejects.toMatchObject({
      error: { code: 'file-unusable', path: 'gone.csv', problem: 'changed' },
    });
  });
});
