import type { VisibleNode } from './visible-nodes.ts';

/** What a key does in the tree (https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/): go to a node, open or close one. */
export type TreeMove = { go: number } | { open: number } | { close: number } | null;

export function moveInTree(
  key: string,
  visible: readonly VisibleNode[],
  currentId: number,
  closed: ReadonlySet<number>,
): TreeMove {
  const at = visible.findIndex(({ node }) => node.id === currentId);
  const current = visible[at];
  if (current === undefined) return null;
  const { node, parentId } = current;
  const isClosed = closed.has(node.id);
  switch (key) {
    case 'ArrowDown':
      return goTo(visible[at + 1]);
    case 'ArrowUp':
      return goTo(visible[at - 1]);
    case 'Home':
      return goTo(visible[0]);
    case 'End':
      return goTo(visible.at(-1));
    case 'ArrowRight':
      if (node.children.length === 0) return null;
      return isClosed ? { open: node.id } : goTo(visible[at + 1]);
    case 'ArrowLeft':
      if (node.children.length > 0 && !isClosed) return { close: node.id };
      return parentId === null ? null : { go: parentId };
    default:
      return null;
  }
}

function goTo(visible: VisibleNode | undefined): TreeMove {
  return visible === undefined ? null : { go: visible.node.id };
}
