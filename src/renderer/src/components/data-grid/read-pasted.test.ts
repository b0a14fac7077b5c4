import { describe, expect, it } from 'vitest';
import { readPasted } from './read-pasted.ts';

describe('readPasted', () => {
  it.each([
    ['a', [['a']]],
    ['', [[null]]],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', null],
        [null, 'b'],
      ],
    ],
    ['""\t', [['', null]]],
    ['"two\nlines"\t"say ""hi"""\n', [['two\nlines', 'say "hi"']]],
    ['"open\tend', [['"open', 'end']]],
    ['"a" and "b"', [['"a" and "b"']]],
    ['a\n\nb', [['a'], [null], ['b']]],
  ])('reads %j', (text, cells) => {
    expect(readPasted(text)).toEqual(cells);
  });
});
