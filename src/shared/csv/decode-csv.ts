import type { CsvEncoding } from '../contract/csv-import.ts';

const sliceBytes = 8192;
/** From 0x80 on, as the server reads them; what it does not know is U+FFFD. */
const windows = [...'€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd', ...'\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'];
const latin9: ReadonlyMap<number, string> = new Map([
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'Œ'],
  [0xbd, 'œ'],
  [0xbe, 'Ÿ'],
]);

/**
 * Text of these bytes, of UTF-16 without a byte order mark at its start; what is no character becomes U+FFFD. Single-byte
 * encodings are not left to `TextDecoder`: to the web Latin-1 is Windows-1252, and to Node 20 it is the other way round.
 */
export function decodeCsv(bytes: Uint8Array, encoding: CsvEncoding): string {
  switch (encoding) {
    case 'UTF8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'UTF16LE':
      return new TextDecoder('utf-16le').decode(bytes);
    case 'UTF16BE':
      return new TextDecoder('utf-16be').decode(bytes);
    case 'LATIN1':
      return decodeLatin1(bytes);
    case 'WIN1252':
      return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (at) => windows[at.charCodeAt(0) - 0x80] ?? at);
    case 'LATIN9':
      return decodeLatin1(bytes).replace(/[\xa4-\xbe]/g, (at) => latin9.get(at.charCodeAt(0)) ?? at);
  }
}

function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    text += String.fromCharCode(...bytes.subarray(at, at + sliceBytes));
  }
  return text;
}
