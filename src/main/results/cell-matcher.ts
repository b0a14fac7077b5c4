/**
 * Recognises a text wherever it stands, whatever its case, by Unicode's simple case folding (Σ is σ and ς; ß is not ss).
 */
export interface CellMatcher {
  matches(text: string): boolean;
  /** No match is longer than this in UTF-8. */
  readonly longestBytes: number;
}

const syntax = /[\\^$.*+?()[\]{}|/]/g;
const bytesPerUnit = 4;

export function createCellMatcher(text: string): CellMatcher {
  const pattern = new RegExp(text.replace(syntax, '\\$&'), 'iu');
  return { matches: (cell) => pattern.test(cell), longestBytes: text.length * bytesPerUnit };
}
