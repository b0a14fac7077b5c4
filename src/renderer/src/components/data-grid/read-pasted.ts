import type { PastedCells } from './grid-editing.ts';

/**
 * The cells of a text as spreadsheets put it on the clipboard: tabs between cells, a line for each row, quotes around
 * what holds either. A quote that does not close stands for itself.
 */
export function readPasted(text: string): PastedCells {
  const rows: (string | null)[][] = [[]];
  let at = 0;
  for (;;) {
    const { value, end } = readCell(text, at);
    rows.at(-1)?.push(value);
    if (end >= text.length) break;
    const lineEnd = text[end] === '\t' ? 0 : text.startsWith('\r\n', end) ? 2 : 1;
    at = end + Math.max(1, lineEnd);
    if (lineEnd === 0) continue;
    // The last line ends, too, and has none after it.
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}

function readCell(text: string, at: number): { value: string | null; end: number } {
  const quoted = text[at] === '"' ? readQuoted(text, at) : null;
  if (quoted !== null) return quoted;
  let end = at;
  while (end < text.length && !isCellEnd(text, end)) end += 1;
  return { value: end === at ? null : text.slice(at, end), end };
}

function readQuoted(text: string, at: number): { value: string; end: number } | null {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  if (end + 1 < text.length && !isCellEnd(text, end + 1)) return null;
  return { value: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
}

const isCellEnd = (text: string, at: number): boolean => {
  const character = text[at];
  return character === '\t' || character === '\n' || character === '\r';
};
