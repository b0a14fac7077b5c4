import { factsOf } from './create-plan-run.ts';
import type { JournalRecord, OperationEngine } from './journal-record.ts';
import type { OperationPlan } from './operation-plan.ts';
import type { OperationRequest } from './operation-request.ts';

interface Beginning {
  id: string;
  request: OperationRequest;
  plan: OperationPlan;
  /** Those that came with the plan. */
  locks: readonly string[];
  engine: OperationEngine;
}

/** The first record of an operation. */
export function beginRecord({ id, request, plan, locks, engine }: Beginning): JournalRecord {
  return {
    ...{ type: 'begin', id, atMs: Date.now(), kind: request.kind, subject: request.subject },
    engine: { id: engine.id, address: engine.address },
    locks: [...request.locks, ...locks],
    cancellable: plan.cancellable,
    steps: plan.steps.map(({ name, command }) => ({ name, command })),
    facts: factsOf(plan),
  };
}
