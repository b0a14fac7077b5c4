import type { RowSink } from '../../postgres/console-connection.ts';
import type { ResultWriter } from '../../results/result-writer.ts';
import { byteCodec } from './byte-codec.ts';

const headerBytes = 5;

/**
 * Takes rows that come in another encoding than UTF-8, in which results are kept. A file may ask for one, as dumps of
 * old databases do.
 */
export function transcodedRows(writer: ResultWriter, encoding: string): RowSink {
  const { decode } = byteCodec(encoding);
  return {
    rows(frames, count) {
      let at = 0;
      const rows = Array.from({ length: count }, () => {
        const end = at + 1 + frames.readUInt32BE(at + 1);
        const row = readRow(frames.subarray(at + headerBytes, end), decode);
        at = end;
        return row;
      });
      return writer.append(rows);
    },
  };
}

function readRow(body: Buffer, decode: (text: string) => string): (string | null)[] {
  let at = 2;
  return Array.from({ length: body.readUInt16BE(0) }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length === -1) return null;
    const text = body.toString('latin1', at, at + length);
    at += length;
    return decode(text);
  });
}
