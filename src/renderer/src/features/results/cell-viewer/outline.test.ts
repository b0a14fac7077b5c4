import { describe, expect, it } from 'vitest';
import { arrayOutline } from './array-outline.ts';
import { jsonOutline } from './json-outline.ts';
import { longestLeaf, mostOutlineRows, type Outline, shownRows } from './outline.ts';

function finished(steps: Generator<void, Outline>): Outline {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const json = (text: string) => finished(jsonOutline(text));
const array = (text: string, delimiter: ',' | ';' = ',') => finished(arrayOutline(text, delimiter));
const lines = ({ rows }: Outline) =>
  rows.map(
    ({ depth, key, kind, text, childCount }) =>
      `${'  '.repeat(depth)}${key ?? ''}: ${text === '' && kind !== 'string' ? `${kind} ${childCount}` : text}`,
  );

describe('jsonOutline', () => {
  it('keeps order, doubled keys and every digit', () => {
    const outline = json(
      '{"b": 12345678901234567890.10, "a\\n": [true, null, "x\\\\\\"y"], "b": {}, "c":[ ] }',
    );
    expect(lines(outline)).toEqual([
      ': object 4',
      '  b: 12345678901234567890.10',
      '  a\n: array 3',
      '    0: true',
      '    1: null',
      '    2: "x\\\\\\"y"',
      '  b: object 0',
      '  c: array 0',
    ]);
    expect(outline.cut).toBe(false);
  });

  it.each(['1', '"text"', 'null', '[]'])('takes %s alone', (text) => {
    expect(json(text).rows).toHaveLength(1);
  });

  it('lays out what is there of a cut text, and says so', () => {
    const outline = json('{"a": [1, 2, {"b": "unfini');
    expect(lines(outline)).toEqual([
      ': object 1',
      '  a: array 3',
      '    0: 1',
      '    1: 2',
      '    2: object 1',
      '      b: "unfini',
    ]);
    expect(outline.cut).toBe(true);
    expect(outline.rows.map(({ isCut }) => isCut)).toEqual([true, true, false, false, true, false]);
  });

  it('stops at its limits', () => {
    const outline = json(`[${'1,'.repeat(mostOutlineRows)}1]`);
    expect(outline.rows).toHaveLength(mostOutlineRows);
    expect(outline.cut).toBe(true);
    expect(json(`"${'x'.repeat(5_000)}"`).rows[0]?.text).toHaveLength(longestLeaf + 1);
  });

  it('rests on the way', () => {
    const steps = jsonOutline(`[${'1,'.repeat(10_000)}1]`);
    let rests = 0;
    while (steps.next().done !== true) rests += 1;
    expect(rests).toBeGreaterThan(3);
  });
});

describe('arrayOutline', () => {
  it.each([
    ['{}', [': array 0']],
    ['{1,2}', [': array 2', '  1: 1', '  2: 2']],
    ['{NULL,"NULL",null,""}', [': array 4', '  1: NULL', '  2: NULL', '  3: NULL', '  4: ']],
    ['{"a \\"b\\"","c\\\\d","e,f","{g}"}', [': array 4', '  1: a "b"', '  2: c\\d', '  3: e,f', '  4: {g}']],
    [
      '{{1,2},{3,4}}',
      [': array 2', '  1: array 2', '    1: 1', '    2: 2', '  2: array 2', '    1: 3', '    2: 4'],
    ],
    ['[0:1]={a,b}', [': array 2', '  0: a', '  1: b']],
    ['[-1:-1][2:3]={{x,y}}', [': array 1', '  -1: array 2', '    2: x', '    3: y']],
    ['{two words, spaced }', [': array 2', '  1: two words', '  2: spaced']],
  ])('reads %s', (text, shown) => {
    expect(lines(array(text))).toEqual(shown);
  });

  it('tells NULL from the text', () => {
    expect(array('{NULL,"NULL"}').rows.map(({ kind }) => kind)).toEqual(['array', 'null', 'string']);
  });

  it('separates boxes by semicolons', () => {
    expect(lines(array('{(2,2),(1,1);(4,4),(3,3)}', ';'))).toEqual([
      ': array 2',
      '  1: (2,2),(1,1)',
      '  2: (4,4),(3,3)',
    ]);
  });
});

it('leaves out what is folded', () => {
  const { rows } = json('{"a": {"b": [1, 2]}, "c": 3}');
  expect(shownRows(rows, new Set())).toEqual([0, 1, 2, 3, 4, 5]);
  expect(shownRows(rows, new Set([1]))).toEqual([0, 1, 5]);
  expect(shownRows(rows, new Set([2]))).toEqual([0, 1, 2, 5]);
  expect(shownRows(rows, new Set([0]))).toEqual([0]);
});
