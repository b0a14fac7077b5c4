import { visibleCharacters } from './visible-characters.ts';

/** As `PlainText`, where only a string can stand (names of controls, titles). */
export function visibleText(text: string): string {
  return visibleCharacters(text)
    .map((piece) => piece.text)
    .join('');
}
