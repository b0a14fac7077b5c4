import type { PlanNode } from '../../../shared/contract/plan.ts';
import type { ExplainNode } from './explain-output.ts';

/** Told elsewhere: headline, figures, the tree itself. */
const elsewhere = new Set([
  ...[
    'Node Type',
    'Parent Relationship',
    'Plans',
    'Parallel Aware',
    'Async Capable',
    'Join Type',
    'Strategy',
  ],
  ...[
    'Partial Mode',
    'Operation',
    'Relation Name',
    'Schema',
    'Alias',
    'Index Name',
    'Function Name',
    'CTE Name',
  ],
  ...['Subplan Name', 'Scan Direction', 'Startup Cost', 'Total Cost', 'Plan Rows', 'Plan Width', 'Command'],
  ...['Actual Startup Time', 'Actual Total Time', 'Actual Rows', 'Actual Loops', 'Disabled', 'Inner Unique'],
]);

/** What else the server says of a node, in its order: conditions, keys, memory, workers. */
export function planDetails(node: ExplainNode): PlanNode['details'] {
  return Object.entries(node).flatMap(([name, value]) => {
    if (elsewhere.has(name) || isBlockCount(name)) return [];
    const text = detailText(name, value);
    return text === null ? [] : [{ name, text }];
  });
}

function isBlockCount(name: string): boolean {
  return /^(Shared|Local|Temp) .* Blocks$/.test(name) || /I\/O (Read|Write) Time$/.test(name);
}

function detailText(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null;
  if (Array.isArray(value)) return value.every(isPlain) ? value.join(', ') : workersText(value);
  if (!isPlain(value)) return JSON.stringify(value);
  return /^(Peak Memory|Sort Space|Memory) (Usage|Used)$/.test(name) ? `${value} kB` : String(value);
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** One worker after the other: "0: 120 rows, 3.2 ms". */
function workersText(workers: readonly unknown[]): string {
  return workers.map((worker) => (isWorker(worker) ? workerText(worker) : JSON.stringify(worker))).join('; ');
}

interface Worker {
  'Worker Number': number;
  'Actual Rows'?: unknown;
  'Actual Total Time'?: unknown;
}

function isWorker(value: unknown): value is Worker {
  return typeof value === 'object' && value !== null && 'Worker Number' in value;
}

function workerText(worker: Worker): string {
  return `${worker['Worker Number']}: ${String(worker['Actual Rows'] ?? '?')} rows, ${String(worker['Actual Total Time'] ?? '?')} ms`;
}
