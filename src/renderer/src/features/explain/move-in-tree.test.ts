import { expect, test } from 'vitest';
import type { PlanNode } from '../../../../shared/contract/plan.ts';
import { moveInTree } from './move-in-tree.ts';
import { visibleNodes } from './visible-nodes.ts';

function node(id: number, ...children: PlanNode[]): PlanNode {
  return {
    ...{
      id,
      type: `Node ${id}`,
      on: null,
      traits: [],
      details: [],
      startupCost: 0,
      totalCost: 0,
      planRows: 0,
    },
    ...{ planWidth: 0, actual: null, buffers: null, marks: [], children },
  };
}

const tree = node(1, node(2, node(3)), node(4));
const press = (key: string, id: number, closed: number[] = []) => {
  const hidden = new Set(closed);
  return moveInTree(key, visibleNodes(tree, hidden), id, hidden);
};

test('a closed node hides what is below it', () => {
  const shown = (closed: number[]) =>
    visibleNodes(tree, new Set(closed)).map((one) => [one.node.id, one.level]);
  expect(shown([])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
  ]);
  expect(shown([2])).toEqual([
    [1, 1],
    [2, 2],
    [4, 2],
  ]);
});

test.each([
  ['ArrowDown', 2, [], { go: 3 }],
  ['ArrowDown', 2, [2], { go: 4 }],
  ['ArrowDown', 4, [], null],
  ['ArrowUp', 4, [], { go: 3 }],
  ['Home', 3, [], { go: 1 }],
  ['End', 1, [], { go: 4 }],
  ['ArrowRight', 2, [2], { open: 2 }],
  ['ArrowRight', 2, [], { go: 3 }],
  ['ArrowRight', 3, [], null],
  ['ArrowLeft', 2, [], { close: 2 }],
  ['ArrowLeft', 2, [2], { go: 1 }],
  ['ArrowLeft', 3, [], { go: 2 }],
  ['ArrowLeft', 1, [1], null],
  ['a', 1, [], null],
])('%s on node %i with %j closed', (key, id, closed, move) => {
  expect(press(key, id, closed)).toEqual(move);
});
