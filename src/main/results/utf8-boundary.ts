/** The last place at or before `end` where a character of UTF-8 begins: what lies before it is whole. */
export function utf8Boundary(bytes: Uint8Array, end: number): number {
  if (end >= bytes.length) return bytes.length;
  let at = end;
  // Four bytes is the longest character; bytes that are no UTF-8 at all are cut where they are.
  while (at > 0 && end - at < 4 && isContinuation(bytes[at])) at -= 1;
  return isContinuation(bytes[at]) ? end : at;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
