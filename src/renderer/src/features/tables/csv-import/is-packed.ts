/** How files of these kinds begin: zip and xlsx, gzip, xls, pdf. */
const beginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
] as const;

/** A workbook, an archive or a document: no text, whatever its name says. */
export function isPacked(head: Uint8Array): boolean {
  return beginnings.some((bytes) => bytes.every((byte, index) => head[index] === byte));
}
