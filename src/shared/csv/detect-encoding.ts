import type { CsvEncoding } from '../contract/csv-import.ts';

/** By byte order mark, else by what the bytes can be; the last character may be cut off. */
export function detectEncoding(bytes: Uint8Array): CsvEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF16LE';
  if (first === 0xfe && second === 0xff) return 'UTF16BE';
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'UTF8' : 'WIN1252');
}

/** Text of the western world has a zero in every other byte; the last half character may be cut off. */
function utf16WithoutMark(bytes: Uint8Array): CsvEncoding | null {
  const units = Math.floor(bytes.length / 2);
  const zeros = [0, 0];
  for (let at = 0; at < units * 2; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > units / 2 && even === 0) return 'UTF16LE';
  return even > units / 2 && odd === 0 ? 'UTF16BE' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a part of a stream: what is cut off at the end is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
