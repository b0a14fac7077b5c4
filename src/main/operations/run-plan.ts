import type { Operation, OperationProgress } from '../../shared/contract/operations.ts';
import type { OperationPlan, Step, StepTools } from './operation-plan.ts';

type StepState = Operation['steps'][number]['state'];

/**
 * For tests of recovery: called around every step. `before`: journaled, not begun; `ran`: happened, the journal does
 * not know yet; `after`: journaled as done.
 */
export type PhaseHook = (
  step: Step['name'],
  phase: 'before' | 'ran' | 'after' | 'undoing' | 'undone',
  index: number,
) => void;

export interface PlanRun {
  operationId: string;
  plan: OperationPlan;
  recovering: boolean;
  signal: AbortSignal;
  /** @throws AppFailure `engine-unreachable` when another engine is in use than the one the operation began on. */
  requireItsEngine(): void;
  stateOf(index: number): StepState;
  /** Resolves when the step's new state and the plan's facts are on the disk. */
  journalStep(index: number, state: StepState): Promise<void>;
  journalFacts(): Promise<void>;
  progress(progress: OperationProgress | null): void;
  onPhase: PhaseHook;
}

/** A step failed; `final` when there is no automatic way back from it. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';

  constructor(
    override readonly cause: unknown,
    readonly final: boolean,
  ) {
    super('step failed', { cause });
  }
}

/**
 * Runs the steps that are not done yet, in order.
 * @throws StepFailure when one fails, or when the signal is aborted before the first final step began.
 */
export async function runSteps(run: PlanRun): Promise<void> {
  let committed = false;
  for (const [index, step] of run.plan.steps.entries()) {
    const state = run.stateOf(index);
    if (run.signal.aborted && !committed) throw new StepFailure(run.signal.reason, false);
    committed ||= step.final ?? false;
    if (state === 'done' || state === 'skipped') continue;
    await run.journalStep(index, 'running');
    run.onPhase(step.name, 'before', index);
    let outcome: 'done' | 'skipped';
    try {
      run.requireItsEngine();
      outcome = await step.run(toolsFor(run, run.signal));
      run.requireItsEngine();
    } catch (error) {
      await run.journalStep(index, 'failed');
      throw new StepFailure(error, committed);
    }
    run.progress(null);
    run.onPhase(step.name, 'ran', index);
    await run.journalStep(index, outcome);
    run.onPhase(step.name, 'after', index);
  }
}

/** Takes back, newest first, every step that may have happened. Throws what an undo throws; calling it again goes on. */
export async function rollBackSteps(run: PlanRun): Promise<void> {
  const never = new AbortController().signal;
  for (const [index, step] of [...run.plan.steps.entries()].reverse()) {
    const state = run.stateOf(index);
    if (state === 'pending' || state === 'undone' || state === 'skipped') continue;
    if (step.undo === undefined && state !== 'running') continue;
    run.onPhase(step.name, 'undoing', index);
    if (step.undo !== undefined) {
      run.requireItsEngine();
      await step.undo(toolsFor(run, never));
      run.requireItsEngine();
    }
    run.onPhase(step.name, 'undone', index);
    await run.journalStep(index, 'undone');
  }
}

function toolsFor(run: PlanRun, signal: AbortSignal): StepTools {
  return {
    operationId: run.operationId,
    signal,
    recovering: run.recovering,
    save: () => run.journalFacts(),
    progress: (progress) => run.progress(progress),
  };
}
