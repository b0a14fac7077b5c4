import type { TreeNode } from './tree-nodes.ts';

/** https://www.w3.org/WAI/ARIA/apg/patterns/treeview/: go to a node, fold or unfold one, open a table. */
export type TableTreeMove = { go: TreeNode } | { turn: TreeNode } | { open: TreeNode } | null;

/** @param pageNodes how many nodes PageUp and PageDown skip. */
export function moveInTableTree(
  key: string,
  nodes: readonly TreeNode[],
  currentIndex: number,
  pageNodes: number,
): TableTreeMove {
  const current = nodes[currentIndex];
  if (current === undefined) return null;
  const goTo = (index: number): TableTreeMove => {
    const node = nodes[Math.min(Math.max(0, index), nodes.length - 1)];
    return node === undefined ? null : { go: node };
  };
  switch (key) {
    case 'ArrowDown':
      return goTo(currentIndex + 1);
    case 'ArrowUp':
      return goTo(currentIndex - 1);
    case 'PageDown':
      return goTo(currentIndex + pageNodes);
    case 'PageUp':
      return goTo(currentIndex - pageNodes);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(nodes.length - 1);
    case 'ArrowRight':
      if (current.open === null) return null;
      return current.open ? goTo(currentIndex + 1) : { turn: current };
    case 'ArrowLeft':
      if (current.open === true) return { turn: current };
      return current.parentId === null ? null : goTo(nodes.findIndex(({ id }) => id === current.parentId));
    case 'Enter':
    case ' ':
      return current.kind === 'relation'
        ? { open: current }
        : current.open === null
          ? null
          : { turn: current };
    default:
      return null;
  }
}
