export const bytesPerLine = 16;

export interface HexDumpLine {
  offset: string;
  hex: string;
  characters: string;
}

/** Line `index` (from 0) of a dump as `hexdump -C` prints it. */
export function hexDumpLine(bytes: Uint8Array, index: number): HexDumpLine {
  const part = bytes.subarray(index * bytesPerLine, (index + 1) * bytesPerLine);
  const pairs = Array.from(part, (byte) => byte.toString(16).padStart(2, '0'));
  return {
    offset: (index * bytesPerLine).toString(16).padStart(8, '0'),
    hex: `${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`.trimEnd(),
    characters: Array.from(part, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    ).join(''),
  };
}
