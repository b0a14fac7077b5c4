import { AppFailure } from '../lib/app-failure.ts';
import { type EngineInUse, isElsewhere } from './engine-in-use.ts';
import type { OperationBook } from './operation-book.ts';
import type { OperationPlan } from './operation-plan.ts';
import type { PhaseHook, PlanRun } from './run-plan.ts';

interface PlanRunOptions {
  id: string;
  plan: OperationPlan;
  signal: AbortSignal;
  recovering: boolean;
  book: OperationBook;
  engine: EngineInUse;
  onPhase?: PhaseHook;
}

/** One run of a plan, journaled in the book and bound to the engine that its operation began on. */
export function createPlanRun(options: PlanRunOptions): PlanRun {
  const { id, plan, signal, recovering, book } = options;
  const { engine } = book.history(id);
  const now = () => ({ id, atMs: Date.now(), facts: factsOf(plan) });
  return {
    ...{ operationId: id, plan, signal, recovering },
    onPhase: options.onPhase ?? (() => undefined),
    requireItsEngine() {
      if (isElsewhere(engine, options.engine))
        throw new AppFailure({ code: 'engine-unreachable', tried: [] });
    },
    stateOf: (index) => book.history(id).operation.steps[index]?.state ?? 'pending',
    journalStep: (index, state) => book.record({ type: 'step', index, state, ...now() }),
    journalFacts: () => book.record({ type: 'facts', ...now() }),
    progress: (progress) => book.progress(id, progress),
  };
}

/** A plan's facts as they are now. */
export function factsOf(plan: OperationPlan): Record<string, unknown> {
  return structuredClone({ ...plan.facts });
}
