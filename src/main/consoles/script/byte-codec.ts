import { TextDecoder } from 'node:util';
import { encodingLabel } from '../../postgres/encoding-label.ts';
import type { ScriptCodec } from './script-codec.ts';

const codecs = new Map<string, ScriptCodec>();

/** The codec of a file under a `client_encoding`. */
export function byteCodec(encoding: string): ScriptCodec {
  const known = codecs.get(encoding);
  if (known !== undefined) return known;
  const codec = createByteCodec(encoding);
  codecs.set(encoding, codec);
  return codec;
}

function createByteCodec(encoding: string): ScriptCodec {
  const decoder = decoderOf(encoding);
  const isLatin1 = encoding === 'LATIN1';
  return {
    encode: (script) => Buffer.from(script, 'latin1'),
    decode: (script) => (isLatin1 ? script : decoder.decode(Buffer.from(script, 'latin1'))),
    // Node writes UTF-8 and Latin-1 only; of the others what is ASCII is right.
    insert: (value) => (isLatin1 ? value : Buffer.from(value, 'utf8').toString('latin1')),
    indexOf(script, position) {
      let index = 0;
      for (let left = position - 1; left > 0 && index < script.length; left -= 1) {
        index += characterBytes(encoding, script.charCodeAt(index));
      }
      return index;
    },
  };
}

/** Where the encoding is not known only what is shown suffers: the server gets the bytes. */
function decoderOf(encoding: string): TextDecoder {
  const label = encodingLabel(encoding);
  // Of a single-byte encoding Node's decoder loses byte 255 when it is told to keep byte order marks.
  return label === undefined ? new TextDecoder('utf-8', { ignoreBOM: true }) : new TextDecoder(label);
}

/** Length of the character that begins with this byte. */
function characterBytes(encoding: string, first: number): number {
  if (first < 0x80) return 1;
  if (encoding === 'UTF8') return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (encoding === 'EUC_JP' && first === 0x8f) return 3;
  if (encoding === 'SJIS') return first >= 0xa1 && first <= 0xdf ? 1 : 2;
  return /^(EUC_|BIG5|GB|UHC|JOHAB)/.test(encoding) ? 2 : 1;
}
