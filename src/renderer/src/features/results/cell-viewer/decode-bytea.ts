/**
 * The bytes of a bytea as the server wrote it: hexadecimal after `\x`, else the older escape format. A cut text gives
 * the bytes that are whole.
 * https://www.postgresql.org/docs/current/datatype-binary.html
 */
export function decodeBytea(text: string): Uint8Array<ArrayBuffer> {
  return text.startsWith('\\x') ? decodeHex(text) : decodeEscapes(text);
}

function decodeHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length - 2) >> 1);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = (digit(text.charCodeAt(2 + 2 * at)) << 4) | digit(text.charCodeAt(3 + 2 * at));
  }
  return bytes;
}

const digit = (code: number) => (code < 0x3a ? code - 0x30 : (code | 0x20) - 0x57);

function decodeEscapes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    const octal = text[at] === '\\' && text[at + 1] !== '\\';
    bytes[length] = octal ? Number.parseInt(text.slice(at + 1, at + 4), 8) : text.charCodeAt(at);
    at += octal ? 4 : text[at] === '\\' ? 2 : 1;
  }
  return bytes.slice(0, length);
}
