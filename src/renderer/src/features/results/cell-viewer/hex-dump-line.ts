export interface HexDumpLine {
  offset: string;
  hex: string;
  characters: string;
}

/** Line `index` (from 0) of a dump as `hexdump -C` prints it, of 16 bytes or 8. */
export function hexDumpLine(bytes: Uint8Array, index: number, bytesPerLine: 8 | 16): HexDumpLine {
  const part = bytes.subarray(index * bytesPerLine, (index + 1) * bytesPerLine);
  const pairs = Array.from(part, (byte) => byte.toString(16).padStart(2, '0'));
  return {
    offset: (index * bytesPerLine).toString(16).padStart(8, '0'),
    hex: `${pairs.slice(0, bytesPerLine / 2).join(' ')}  ${pairs.slice(bytesPerLine / 2).join(' ')}`.trimEnd(),
    characters: Array.from(part, (byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    ).join(''),
  };
}
