import { describe, expect, it } from 'vitest';
import { visibleCharacters } from './visible-characters.ts';

const flat = (text: string, multiline = false) =>
  visibleCharacters(text, multiline)
    .map((piece) => (piece.symbol ? `[${piece.text}]` : piece.text))
    .join('');

describe('visibleCharacters', () => {
  it.each([
    ['plain', 'shop-db', 'shop-db'],
    ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['escape', 'a\u001b[31mb', 'a[␛][31mb'],
    ['nul and delete', '\u0000\u007f', '[␀␡]'],
    ['right-to-left override', 'a\u202egnp.exe', 'a[⟨U+202E⟩]gnp.exe'],
    ['isolates', '\u2066x\u2069', '[⟨U+2066⟩]x[⟨U+2069⟩]'],
    ['zero width', 'a\u200bb', 'a[⟨U+200B⟩]b'],
    ['C1 control', 'a\u0085b', 'a[⟨U+0085⟩]b'],
    ['line end in one line', 'a\nb', 'a[␊]b'],
    ['letters of any script', 'dåta ডেটা 数据 😀', 'dåta ডেটা 数据 😀'],
  ])('shows %s', (_name, text, shown) => {
    expect(flat(text)).toBe(shown);
  });

  it('keeps line ends and tabs of longer texts', () => {
    expect(flat('a\n\tb\r', true)).toBe('a\n\tb[␍]');
  });
});
