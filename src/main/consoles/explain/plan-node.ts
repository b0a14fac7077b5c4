import type { PlanNode } from '../../../shared/contract/plan.ts';
import type { ExplainNode } from './explain-output.ts';
import { planDetails } from './plan-details.ts';

type Unmarked = Omit<PlanNode, 'marks' | 'children'> & { children: Unmarked[] };
export type UnmarkedNode = Unmarked;

/** Where a node stands. */
interface Place {
  /** Gives each node its number, in reading order. */
  nextId: () => number;
  /** Processes that share the work: their loops ran side by side. */
  processes: number;
}

/**
 * A node and all below it. EXPLAIN tells rows and times per loop, and blocks with those of the children; here they are
 * of all loops together, and of the node alone where the name says so.
 */
export function planNode(node: ExplainNode, place: Place): Unmarked {
  const id = place.nextId();
  const launched = numberOf(node, 'Workers Launched');
  const below = launched > 0 ? { ...place, processes: launched + 1 } : place;
  const children = (node.Plans ?? []).map((child) => planNode(child, below));
  return {
    id,
    type: typeOf(node),
    on: subjectOf(node),
    traits: traitsOf(node),
    details: planDetails(node),
    startupCost: node['Startup Cost'],
    totalCost: node['Total Cost'],
    planRows: node['Plan Rows'],
    planWidth: node['Plan Width'],
    actual: actualOf(node, children, place.processes),
    buffers: buffersOf(node),
    children,
  };
}

/** As EXPLAIN's text has it: "Parallel Seq Scan", "HashAggregate", "Update". */
function typeOf(node: ExplainNode): string {
  const type = node['Node Type'];
  const named = type === 'ModifyTable' ? (textOf(node, 'Operation') ?? type) : aggregateName(node, type);
  return node['Parallel Aware'] === true ? `Parallel ${named}` : named;
}

function aggregateName(node: ExplainNode, type: string): string {
  if (type !== 'Aggregate') return type;
  switch (node.Strategy) {
    case 'Hashed':
      return 'HashAggregate';
    case 'Sorted':
      return 'GroupAggregate';
    case 'Mixed':
      return 'MixedAggregate';
    default:
      return type;
  }
}

function subjectOf(node: ExplainNode): string | null {
  const index = textOf(node, 'Index Name');
  const relation = textOf(node, 'Relation Name') ?? textOf(node, 'Function Name') ?? cteOf(node);
  const alias = textOf(node, 'Alias');
  const named =
    relation !== null && alias !== null && alias !== relation ? `${relation} ${alias}` : (relation ?? alias);
  if (index === null) return named;
  return named === null ? index : `${named} · ${index}`;
}

function cteOf(node: ExplainNode): string | null {
  const name = textOf(node, 'CTE Name');
  return name === null ? null : `CTE ${name}`;
}

function traitsOf(node: ExplainNode): string[] {
  const join = textOf(node, 'Join Type');
  const direction = textOf(node, 'Scan Direction');
  const partial = textOf(node, 'Partial Mode');
  return [
    textOf(node, 'Subplan Name'),
    join === 'Inner' ? null : join,
    direction === 'Backward' ? direction : null,
    partial === 'Simple' ? null : partial,
    node['Node Type'] === 'SetOp' ? textOf(node, 'Command') : null,
  ].filter((trait) => trait !== null);
}

function actualOf(node: ExplainNode, children: readonly Unmarked[], processes: number): PlanNode['actual'] {
  const { 'Actual Rows': rows, 'Actual Loops': loops } = node;
  if (rows === undefined || loops === undefined) return null;
  const rounds = loops / Math.min(processes, Math.max(loops, 1));
  const totalMs = (node['Actual Total Time'] ?? 0) * rounds;
  const belowMs = children.reduce((sum, child) => sum + (child.actual?.totalMs ?? 0), 0);
  return {
    rows: Math.round(rows * loops),
    loops,
    startupMs: node['Actual Startup Time'] ?? 0,
    totalMs,
    selfMs: Math.max(0, totalMs - belowMs),
  };
}

const blockFields = {
  sharedHit: ['Shared Hit Blocks', 'Local Hit Blocks'],
  sharedRead: ['Shared Read Blocks', 'Local Read Blocks'],
  written: ['Shared Written Blocks', 'Local Written Blocks'],
  temp: ['Temp Read Blocks', 'Temp Written Blocks'],
} as const;

function buffersOf(node: ExplainNode): PlanNode['buffers'] {
  if (node['Shared Hit Blocks'] === undefined) return null;
  const own = (fields: readonly string[]): number => {
    const all = sumOf(node, fields);
    const below = (node.Plans ?? []).reduce((sum, child) => sum + sumOf(child, fields), 0);
    return Math.max(0, all - below);
  };
  return {
    sharedHit: own(blockFields.sharedHit),
    sharedRead: own(blockFields.sharedRead),
    written: own(blockFields.written),
    temp: own(blockFields.temp),
  };
}

function sumOf(node: ExplainNode, fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + numberOf(node, field), 0);
}

function numberOf(node: ExplainNode, field: string): number {
  const value = node[field];
  return typeof value === 'number' ? value : 0;
}

function textOf(node: ExplainNode, field: string): string | null {
  const value = node[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
