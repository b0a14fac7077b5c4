import type { RowSink, TextRows, WireColumn } from '../console-connection.ts';

/** Collects the rows of a query of Howdah's own as text. */
export class TextRowsCollector {
  #columns: string[] = [];
  readonly #rows: (string | null)[][] = [];

  onColumns(columns: readonly WireColumn[]): RowSink {
    this.#columns = columns.map(({ name }) => name);
    return {
      rows: (frames) => {
        for (let at = 0; at < frames.length; at += 1 + frames.readUInt32BE(at + 1)) {
          this.#rows.push(readRow(frames, at + 5));
        }
      },
    };
  }

  result(): TextRows {
    return { columns: this.#columns, rows: this.#rows };
  }
}

/** Values of the DataRow whose body begins at `start`: their number, then a length (-1: NULL) and the bytes of each. */
function readRow(frames: Buffer, start: number): (string | null)[] {
  let at = start + 2;
  return Array.from({ length: frames.readUInt16BE(start) }, () => {
    const length = frames.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return frames.toString('utf8', at - length, at);
  });
}
