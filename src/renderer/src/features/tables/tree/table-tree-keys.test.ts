import { describe, expect, it } from 'vitest';
import { moveInTableTree } from './move-in-table-tree.ts';
import type { TreeNode } from './tree-nodes.ts';
import { TypeAhead } from './type-ahead.ts';

const place = { position: 1, siblings: 1 };
const schema = (name: string, open: boolean | null): TreeNode => ({
  kind: 'schema',
  name,
  id: name,
  level: 1,
  open,
  parentId: null,
  ...place,
});
const table = (name: string, parentId: string): TreeNode => ({
  kind: 'relation',
  id: name,
  level: 2,
  open: null,
  parentId,
  ...place,
  relation: {
    schema: parentId,
    name,
    kind: 'table',
    partitionOf: null,
    estimatedRows: null,
    sizeBytes: null,
    comment: null,
  },
});
const nodes = [schema('a', true), table('orders', 'a'), table('Order lines', 'a'), schema('b', false)];
const move = (key: string, at: number) => {
  const found = moveInTableTree(key, nodes, at, 2);
  if (found === null) return null;
  const [[what, node] = ['', undefined]] = Object.entries<TreeNode>(found);
  return `${what} ${node?.id}`;
};

describe('moveInTableTree', () => {
  it.each([
    ['ArrowDown', 0, 'go orders'],
    ['ArrowDown', 3, 'go b'],
    ['ArrowUp', 0, 'go a'],
    ['PageDown', 0, 'go Order lines'],
    ['Home', 3, 'go a'],
    ['End', 0, 'go b'],
    ['ArrowRight', 0, 'go orders'],
    ['ArrowRight', 3, 'turn b'],
    ['ArrowRight', 1, null],
    ['ArrowLeft', 0, 'turn a'],
    ['ArrowLeft', 2, 'go a'],
    ['ArrowLeft', 3, null],
    ['Enter', 1, 'open orders'],
    ['Enter', 3, 'turn b'],
    ['x', 1, null],
  ])('%s at %i', (key, at, expected) => {
    expect(move(key, at)).toBe(expected);
  });
});

describe('TypeAhead', () => {
  it('goes by all that was typed without a pause', () => {
    const typing = new TypeAhead();
    expect(typing.find('o', 0, nodes, 0)?.id).toBe('orders');
    expect(typing.find('O', 100, nodes, 1)?.id).toBe('Order lines');
    expect(typing.find('b', 2_000, nodes, 2)?.id).toBe('b');
    for (const [at, letter] of [...'order l'].entries()) typing.find(letter, 5_000 + at, nodes, 0);
    expect(typing.find('i', 5_100, nodes, 0)?.id).toBe('Order lines');
    expect(typing.find('?', 9_000, nodes, 0)).toBeNull();
  });
});
