import type { Plan } from '../../../shared/contract/plan.ts';
import { parseExplainOutput } from './explain-output.ts';
import { markPlan } from './mark-plan.ts';
import { planNode } from './plan-node.ts';

type ReadPlan = Omit<Plan, 'statement' | 'analyzed' | 'rolledBack' | 'raw'>;

/** The plan that `EXPLAIN (FORMAT JSON)` answered, without what only its asker knows; null: a rule left none. */
export function readPlan(json: string): ReadPlan | null {
  const output = parseExplainOutput(json);
  if (output === null) return null;
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  return {
    root: markPlan(planNode(output.Plan, { nextId, processes: 1 })),
    planningMs: output['Planning Time'] ?? null,
    executionMs: output['Execution Time'] ?? null,
    triggers: (output.Triggers ?? []).map((trigger) => ({
      name: trigger['Trigger Name'] ?? trigger['Constraint Name'] ?? '',
      calls: trigger.Calls,
      totalMs: trigger.Time,
    })),
  };
}
