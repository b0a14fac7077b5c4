import type { OperationKind } from '../../shared/contract/operations.ts';
import type { OperationPlan } from './operation-plan.ts';

/** Makes the plan of a journaled operation anew. Null: operations of this kind cannot be carried on. */
export type RestorePlan = (
  kind: OperationKind,
  operationId: string,
  facts: Record<string, unknown>,
) => OperationPlan | null;

export interface OperationRequest {
  kind: OperationKind;
  subject: string;
  /** Taken before planning; more may come with the plan. */
  locks: readonly string[];
  /** Checks and decides; changes nothing. What it throws reaches the caller of `start`. */
  plan(operationId: string): Promise<{ plan: OperationPlan; locks?: readonly string[] }>;
}
