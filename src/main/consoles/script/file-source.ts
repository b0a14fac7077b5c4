import { SqlScanner } from '../../../shared/sql/sql-scanner.ts';
import { byteCodec } from './byte-codec.ts';
import { plainBytes } from './plain-bytes.ts';
import type { ScriptFile } from './script-file.ts';
import type { ScriptSource } from './script-source.ts';

interface Chunk {
  text: string;
  offset: number;
}

/**
 * Scans a file as it is read. Disposing the file ends it: `next` then throws or says that it is over.
 * @param onRead called for every chunk, also inside a long statement
 */
export function createFileSource(file: ScriptFile, onRead: () => void): ScriptSource {
  const scanner = new SqlScanner();
  const chunks = plainBytes(file);
  let pushed = 0;
  /** The last two, for the column of what begins in them. */
  let recent: Chunk[] = [];

  async function readOn(): Promise<boolean> {
    const { done, value } = await chunks.next();
    if (done === true) {
      scanner.end();
      return false;
    }
    const chunk = { text: value.toString('latin1'), offset: pushed };
    recent = [...recent.slice(-1), chunk];
    pushed += chunk.text.length;
    scanner.push(chunk.text);
    onRead();
    return true;
  }

  return {
    file: { name: file.name, path: file.path },
    offset: 0,
    codec: ({ encoding }) => byteCodec(encoding),
    async next({ standardConformingStrings }) {
      scanner.standardConformingStrings = standardConformingStrings;
      for (;;) {
        const item = scanner.next();
        if (item !== null) return item;
        if (!(await readOn())) return scanner.next();
      }
    },
    beginCopyData: () => scanner.expectCopyData(),
    columnAt(at, codec) {
      const base = recent[0]?.offset ?? 0;
      const text = recent.map((chunk) => chunk.text).join('');
      if (at < base) return 0;
      const lineStart = text.lastIndexOf('\n', at - base - 1) + 1;
      return codec.decode(text.slice(lineStart, at - base)).length;
    },
    progress: () => ({ name: file.name, readBytes: file.readBytes, sizeBytes: file.sizeBytes }),
  };
}
