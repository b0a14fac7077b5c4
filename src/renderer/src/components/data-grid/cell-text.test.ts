import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

const flat = (value: string, most = 100, wanted = '') =>
  cellText(value, most, wanted)
    .pieces.map(({ text, symbol, match }) => (symbol ? `[${text}]` : match ? `<${text}>` : text))
    .join('');

describe('cellText', () => {
  it.each([
    ['', ''],
    ['one line', 'one line'],
    ['two\nlines\tand\u001b', 'two[↵]lines[⇥]and[␛]'],
    ['Windows\r\nlines\r', 'Windows[↵]lines[␍]'],
    ['émoji 😀', 'émoji 😀'],
  ])('shows %j on one line', (value, shown) => {
    expect(flat(value)).toBe(shown);
  });

  it('looks at the beginning only, whole characters of it', () => {
    expect(flat('abc😀def', 4)).toBe('abc');
    expect(flat('abc😀def', 5)).toBe('abc😀');
    expect(cellText('abcdef', 3, '').cut).toBe(true);
    expect(cellText('abc', 3, '').cut).toBe(false);
  });

  it('marks matches in any case, line ends between them', () => {
    expect(flat('Anna\nananas', 100, 'AN')).toBe('<An>na[↵]<an><an>as');
    expect(flat('anything', 100, '')).toBe('anything');
    expect(flat('İ is long', 100, 'is')).toBe('İ is long');
  });
});
