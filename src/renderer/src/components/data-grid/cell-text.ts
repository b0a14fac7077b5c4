import { type TextPiece, visibleCharacters } from '../visible-characters.ts';

export interface CellPiece extends TextPiece {
  /** It is what was searched for. */
  match: boolean;
}

/**
 * The beginning of a value for one line: line ends and whatever else cannot be seen stand as symbols, matches of
 * `wanted` (in any case) as pieces of their own. No more than `most` characters are looked at.
 */
export function cellText(value: string, most: number, wanted: string): { pieces: CellPiece[]; cut: boolean } {
  const cut = value.length > most;
  const text = cut ? value.slice(0, endOfCharacter(value, most)) : value;
  return {
    cut,
    pieces: visibleCharacters(text).flatMap(({ text: shown, symbol }) =>
      symbol
        ? [{ text: plainerSymbols(shown), symbol, match: false }]
        : wanted === ''
          ? [{ text: shown, symbol, match: false }]
          : matchesIn(shown, wanted),
    ),
  };
}

/** Line ends and tabs are common in values: they get the signs that people know. */
function plainerSymbols(symbols: string): string {
  return symbols.replace(/\u240d?\u240a/g, '\u21b5').replaceAll('\u2409', '\u21e5');
}

function endOfCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}

function matchesIn(text: string, wanted: string): CellPiece[] {
  const lower = text.toLowerCase();
  const sought = wanted.toLowerCase();
  const piece = (from: number, to: number, match: boolean) => ({
    text: text.slice(from, to),
    symbol: false,
    match,
  });
  // A few letters change their length with their case: places would not fit.
  if (lower.length !== text.length) return [piece(0, text.length, false)];
  const pieces: CellPiece[] = [];
  let at = 0;
  for (let found = lower.indexOf(sought); found >= 0; found = lower.indexOf(sought, at)) {
    if (found > at) pieces.push(piece(at, found, false));
    at = found + sought.length;
    pieces.push(piece(found, at, true));
  }
  if (at < text.length) pieces.push(piece(at, text.length, false));
  return pieces;
}
