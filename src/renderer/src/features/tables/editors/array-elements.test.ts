import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElements, writeElements } from './array-elements.ts';
import '../../../../../shared/repeatable-properties.test-support.ts';

describe('readElements', () => {
  it.each([
    ['{}', []],
    ['{ }', []],
    ['{1,2,NULL}', ['1', '2', null]],
    ['{"NULL",null}', ['NULL', null]],
    ['{"a \\"b\\"","c\\\\d",""}', ['a "b"', 'c\\d', '']],
    ['{ "a" , b c }', ['a', 'b c']],
    ['{a;b}', ['a;b']],
    ['{{1,2},{3,4}}', null],
    ['[0:1]={1,2}', null],
    ['{1,}', null],
    ['{"a"b}', null],
    ['1,2', null],
  ])('reads %s', (text, elements) => {
    expect(readElements(text, ',')).toEqual(elements);
  });

  it('reads boxes between semicolons', () => {
    expect(readElements('{(1,1),(0,0);(2,2),(1,1)}', ';')).toEqual(['(1,1),(0,0)', '(2,2),(1,1)']);
  });
});

it('reads what it wrote', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.option(fc.oneof(fc.string(), fc.constantFrom('NULL', 'null', '{', '"', '\\', ' ', ',', ';'))),
      ),
      fc.constantFrom(',' as const, ';' as const),
      (elements, delimiter) => {
        expect(readElements(writeElements(elements, delimiter), delimiter)).toEqual(elements);
      },
    ),
  );
});
