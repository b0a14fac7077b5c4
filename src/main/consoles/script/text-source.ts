import { SqlScanner } from '../../../shared/sql/sql-scanner.ts';
import { textCodec } from './script-codec.ts';
import type { ScriptSource } from './script-source.ts';

/** A text of the draft, which begins there at `offset`. */
export function createTextSource(text: string, offset: number): ScriptSource {
  const scanner = new SqlScanner();
  scanner.push(text);
  scanner.end();
  return {
    file: null,
    offset,
    codec: () => textCodec,
    async next({ standardConformingStrings }) {
      scanner.standardConformingStrings = standardConformingStrings;
      return scanner.next();
    },
    beginCopyData: () => scanner.expectCopyData(),
    columnAt: (at) => at - (text.lastIndexOf('\n', at - 1) + 1),
    progress: () => null,
  };
}
