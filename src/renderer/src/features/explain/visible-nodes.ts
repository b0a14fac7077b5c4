import type { PlanNode } from '../../../../shared/contract/plan.ts';

/** A node in the list that the tree is on screen. */
export interface VisibleNode {
  node: PlanNode;
  /** From 1. */
  level: number;
  parentId: number | null;
}

/** The nodes that are not inside a closed one, in reading order. */
export function visibleNodes(
  node: PlanNode,
  closed: ReadonlySet<number>,
  level = 1,
  parentId: number | null = null,
): VisibleNode[] {
  const below = closed.has(node.id)
    ? []
    : node.children.flatMap((child) => visibleNodes(child, closed, level + 1, node.id));
  return [{ node, level, parentId }, ...below];
}
