export interface TextPiece {
  text: string;
  /** Stands for a character that cannot be seen. */
  symbol: boolean;
}

// Controls (C0, DEL, C1), marks that reorder or hide text, and separators that would break a line.
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * Cuts a text that comes from outside into pieces in which every control, bidi and invisible character is replaced
 * by something that can be seen. With `multiline`, line ends and tabs stay.
 */
export function visibleCharacters(text: string, multiline = false): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const character of text) {
    const symbol = unseen.test(character) && !(multiline && (character === '\n' || character === '\t'));
    const shown = symbol ? symbolOf(character) : character;
    const last = pieces.at(-1);
    if (last !== undefined && last.symbol === symbol) last.text += shown;
    else pieces.push({ text: shown, symbol });
  }
  return pieces;
}

function symbolOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
}
