export interface TextPiece {
  text: string;
  /** Stands for a character that cannot be seen. */
  symbol: boolean;
}

// Controls (C0, DEL, C1), marks that reorder or hide text, and separators that would break a line.
const unseen =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;
const unseenInLines =
  /[^\P{Cc}\n\t]+|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/**
 * Cuts a text that comes from outside into pieces in which every control, bidi and invisible character is replaced
 * by something that can be seen. With `multiline`, line ends and tabs stay.
 */
export function visibleCharacters(text: string, multiline = false): TextPiece[] {
  const pieces: TextPiece[] = [];
  const add = (piece: string, symbol: boolean) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (last !== undefined && last.symbol === symbol) last.text += piece;
    else pieces.push({ text: piece, symbol });
  };
  let at = 0;
  for (const { 0: run, index } of text.matchAll(multiline ? unseenInLines : unseen)) {
    add(text.slice(at, index), false);
    add(Array.from(run, symbolOf).join(''), true);
    at = index + run.length;
  }
  add(text.slice(at), false);
  return pieces;
}

function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}
