import { expect, it } from 'vitest';
import type { GridRow, GridSource } from '../../components/data-grid/grid-source.ts';
import { ExpandedSource } from './expanded-source.ts';

const columns = [
  { name: 'id', type: 'int', align: 'right' as const },
  { name: 'id', type: 'int', align: 'right' as const },
];

function source(rows: readonly (GridRow | undefined)[]) {
  const shown: [number, number][] = [];
  const plain: GridSource = {
    rowCount: rows.length,
    rowAt: (index) => rows[index],
    show: (first, last) => shown.push([first, last]),
    subscribe: () => () => undefined,
    version: () => 0,
  };
  return { expanded: new ExpandedSource(plain, columns, (record) => `#${record}`), shown };
}

it('puts records below each other', () => {
  const { expanded } = source([
    ['1', null],
    ['3', ''],
  ]);
  const lines = Array.from({ length: expanded.rowCount }, (_, line) => expanded.rowAt(line));
  expect(lines).toEqual([
    ['#0', ''],
    ['id', '1'],
    ['id', null],
    ['#1', ''],
    ['id', '3'],
    ['id', ''],
  ]);
  expect(expanded.placeOf(4)).toEqual({ record: 1, column: 0 });
  expect(expanded.lineOf(1, 1)).toBe(5);
});

it('asks for the records of the lines in sight', () => {
  const { expanded, shown } = source([undefined, undefined, undefined]);
  expanded.show(2, 7);
  expect(shown).toEqual([[0, 2]]);
  expect(expanded.rowAt(3)).toBeUndefined();
  expect(expanded.rowAt(4)).toBeUndefined();
});
