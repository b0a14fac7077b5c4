import type { PlanMark, PlanNode } from '../../../shared/contract/plan.ts';
import type { UnmarkedNode } from './plan-node.ts';

/** An estimate that is off by less does not change plans much. */
const misestimateFactor = 10;
/** Fewer rows cost nothing, however wrong. */
const countedRows = 100;
/** A share of the whole that is worth looking at. */
const largeShare = 0.25;
const noticeableMs = 1;

/** Marks what a person should look at first; without times, what the planner takes for the most expensive. */
export function markPlan(root: UnmarkedNode): PlanNode {
  const all = flatten(root);
  const worst = root.actual === null ? costliestOf(all, root.totalCost) : slowestOf(all, root);
  const mark = (node: UnmarkedNode): PlanNode => ({
    ...node,
    marks: [...(node === worst?.node ? [worst.mark] : []), ...marksOf(node)],
    children: node.children.map(mark),
  });
  return mark(root);
}

interface Worst {
  node: UnmarkedNode;
  mark: PlanMark;
}

function slowestOf(all: readonly UnmarkedNode[], root: UnmarkedNode): Worst | null {
  const totalMs = root.actual?.totalMs ?? 0;
  const node = maximum(all, ({ actual }) => actual?.selfMs ?? 0);
  const selfMs = node?.actual?.selfMs ?? 0;
  const counts = selfMs >= noticeableMs && selfMs >= totalMs * largeShare;
  return node !== null && counts && all.length > 1 ? { node, mark: 'slowest' } : null;
}

function costliestOf(all: readonly UnmarkedNode[], totalCost: number): Worst | null {
  const node = maximum(all, selfCost);
  const counts = node !== null && selfCost(node) >= totalCost * largeShare;
  return counts && all.length > 1 ? { node, mark: 'costliest' } : null;
}

/** Never below zero: LIMIT costs less than what it cuts off. */
function selfCost(node: UnmarkedNode): number {
  return Math.max(0, node.totalCost - node.children.reduce((sum, child) => sum + child.totalCost, 0));
}

function marksOf(node: UnmarkedNode): PlanMark[] {
  const { actual, planRows, details } = node;
  if (actual === null) return [];
  if (actual.loops === 0) return ['never-executed'];
  const planned = planRows * actual.loops;
  const marks: PlanMark[] = [];
  if (actual.rows >= countedRows && actual.rows > planned * misestimateFactor)
    marks.push('rows-underestimated');
  if (planned >= countedRows && planned > Math.max(actual.rows, 1) * misestimateFactor) {
    marks.push('rows-overestimated');
  }
  if (spills(node)) marks.push('spills');
  const removed =
    Number(details.find(({ name }) => name === 'Rows Removed by Filter')?.text ?? 0) * actual.loops;
  if (removed >= countedRows * 10 && removed > actual.rows * misestimateFactor) marks.push('filters-most');
  return marks;
}

/** It had more than `work_mem` holds: a sort on disk, a hash in batches. */
function spills({ details, buffers }: UnmarkedNode): boolean {
  const detail = (name: string) => details.find((one) => one.name === name)?.text;
  return (
    detail('Sort Space Type') === 'Disk' ||
    Number(detail('Hash Batches') ?? 1) > 1 ||
    (buffers?.temp ?? 0) > 0
  );
}

function flatten(node: UnmarkedNode): UnmarkedNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

function maximum(all: readonly UnmarkedNode[], value: (node: UnmarkedNode) => number): UnmarkedNode | null {
  return all.reduce<UnmarkedNode | null>(
    (best, node) => (best === null || value(node) > value(best) ? node : best),
    null,
  );
}
