import type { CsvEncoding } from '../contract/tables.ts';

const labels: Readonly<Record<Exclude<CsvEncoding, 'LATIN1'>, string>> = {
  UTF8: 'utf-8',
  UTF16LE: 'utf-16le',
  UTF16BE: 'utf-16be',
  WIN1252: 'windows-1252',
  LATIN9: 'iso-8859-15',
};
const sliceBytes = 8192;

/** Text of these bytes, of UTF-16 without a byte order mark at its start; what is no character becomes U+FFFD. */
export function decodeCsv(bytes: Uint8Array, encoding: CsvEncoding): string {
  // What the web calls Latin-1 is WIN1252.
  if (encoding === 'LATIN1') return decodeLatin1(bytes);
  return new TextDecoder(labels[encoding], { ignoreBOM: encoding === 'UTF8' }).decode(bytes);
}

function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    text += String.fromCharCode(...bytes.subarray(at, at + sliceBytes));
  }
  return text;
}
