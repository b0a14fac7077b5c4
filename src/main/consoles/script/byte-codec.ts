import { TextDecoder } from 'node:util';
import type { ScriptCodec } from './script-codec.ts';

/** PostgreSQL's names (as `client_encoding` reports them) of encodings with another usual name. */
const usualNames: Record<string, string> = {
  UTF8: 'utf-8',
  SQL_ASCII: 'utf-8',
  LATIN2: 'iso-8859-2',
  LATIN3: 'iso-8859-3',
  LATIN4: 'iso-8859-4',
  LATIN5: 'iso-8859-9',
  LATIN6: 'iso-8859-10',
  LATIN7: 'iso-8859-13',
  LATIN8: 'iso-8859-14',
  LATIN9: 'iso-8859-15',
  LATIN10: 'iso-8859-16',
  WIN866: 'ibm866',
  WIN874: 'windows-874',
  KOI8R: 'koi8-r',
  KOI8U: 'koi8-u',
  EUC_JP: 'euc-jp',
  EUC_KR: 'euc-kr',
  EUC_CN: 'gb2312',
  SJIS: 'shift_jis',
  BIG5: 'big5',
  GBK: 'gbk',
  GB18030: 'gb18030',
  UHC: 'euc-kr',
};

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

function decoderOf(encoding: string): TextDecoder {
  const name = usualNames[encoding] ?? encoding.replace(/^WIN/, 'windows-').replace(/^ISO_/, 'iso-');
  try {
    // Of a single-byte encoding Node's decoder loses byte 255 when it is told to keep byte order marks.
    return new TextDecoder(name.replaceAll('_', '-'), { ignoreBOM: name === 'utf-8' });
  } catch {
    // Only what is shown of it suffers: the server gets the bytes.
    return new TextDecoder('utf-8', { ignoreBOM: true });
  }
}

/** Length of the character that begins with this byte. */
function characterBytes(encoding: string, first: number): number {
  if (first < 0x80) return 1;
  if (encoding === 'UTF8') return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (encoding === 'EUC_JP' && first === 0x8f) return 3;
  if (encoding === 'SJIS') return first >= 0xa1 && first <= 0xdf ? 1 : 2;
  return /^(EUC_|BIG5|GB|UHC|JOHAB)/.test(encoding) ? 2 : 1;
}
