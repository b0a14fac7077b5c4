import type { Operation, OperationProgress, StepName } from '../../shared/contract/operations.ts';

/** What a step may use besides its plan's facts. */
export interface StepTools {
  operationId: string;
  /** Aborted by a cancel or by the end of the app. Never aborted while rolling back. */
  signal: AbortSignal;
  /** True in a later process than the one that began the operation. */
  recovering: boolean;
  /** Journals the plan's facts now, in the middle of a step. */
  save(): Promise<void>;
  progress(progress: OperationProgress): void;
}

/**
 * One named step. `run` and `undo` are idempotent: when either is called, the same may have happened wholly, in part
 * or not at all, in this process or in one that was killed.
 */
export interface Step {
  name: StepName;
  command: string | null;
  run(tools: StepTools): Promise<'done' | 'skipped'>;
  undo?(tools: StepTools): Promise<void>;
  /** Once it began there is no automatic way back: a failure leaves the operation to be finished. */
  final?: boolean;
}

export interface Recovery {
  canFinish: boolean;
  canRollBack: boolean;
}

/** An operation ready to run. Made anew from its journaled facts in the process that recovers it. */
export interface OperationPlan {
  /** Names and ids, journaled with every step. No passwords, no secrets. Steps write into it. */
  facts: object;
  steps: readonly Step[];
  cancellable: boolean;
  /** Whether what it works on stays locked while it is interrupted, until somebody finished it or rolled it back. */
  guardsWhenInterrupted: boolean;
  /** What is possible after an interruption, judged by what is on the engine now. */
  assess(steps: Operation['steps']): Promise<Recovery>;
  result(): Operation['result'];
}
