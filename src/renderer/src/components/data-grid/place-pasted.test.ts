import { describe, expect, it } from 'vitest';
import { placePasted } from './place-pasted.ts';

const size = { rows: 10, columns: 5 };
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const placed = (...input: Parameters<typeof placePasted>) =>
  placePasted(...input).map(({ row, column, text }) => `${row},${column}=${text}`);

describe('placePasted', () => {
  it('lays a block from the first selected cell', () => {
    expect(
      placed(
        [
          ['a', 'b'],
          ['c', null],
        ],
        at(2, 1),
        size,
      ),
    ).toEqual(['2,1=a', '2,2=b', '3,1=c', '3,2=null']);
  });

  it('fills a selection with one value', () => {
    expect(placed([['x']], at(0, 0, 1, 1), size)).toEqual(['0,0=x', '0,1=x', '1,0=x', '1,1=x']);
  });

  it('repeats a block that fits a whole number of times, else lays it once', () => {
    expect(placed([['a'], ['b']], at(0, 0, 3, 0), size)).toEqual(['0,0=a', '1,0=b', '2,0=a', '3,0=b']);
    expect(placed([['a'], ['b']], at(0, 0, 2, 0), size)).toEqual(['0,0=a', '1,0=b']);
  });

  it('leaves out what is beyond the edges, and cells that a shorter line lacks', () => {
    expect(placed([['a', 'b'], ['c']], at(9, 4), size)).toEqual(['9,4=a']);
    expect(placed([['a', 'b'], ['c']], at(0, 0), size)).toEqual(['0,0=a', '0,1=b', '1,0=c']);
    expect(placed([], at(0, 0), size)).toEqual([]);
  });
});
