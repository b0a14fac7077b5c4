import type { OperationKind } from '../shared/contract/operations.ts';
import { restorePull } from './images/operations/plan-pull.ts';
import type { PlanDeps } from './instances/operations/instance-operation-deps.ts';
import { restoreCreate } from './instances/operations/plan-create.ts';
import { restoreReplace } from './instances/operations/plan-replace.ts';
import { restoreSimple } from './instances/operations/plan-simple.ts';
import type { OperationPlan } from './operations/operation-plan.ts';
import { restoreEmpty } from './restore-points/plan-empty.ts';

/** The plan of a journaled operation; null for a load, whose file is gone. Give it to the runner as `restore`. */
export function restoreOperationPlan(
  deps: PlanDeps,
  kind: OperationKind,
  operationId: string,
  facts: Record<string, unknown>,
): OperationPlan | null {
  switch (kind) {
    case 'create':
      return restoreCreate(deps, operationId, facts);
    case 'recreate':
    case 'reset':
    case 'undo-reset':
      return restoreReplace(deps, operationId, facts);
    case 'start':
    case 'stop':
    case 'restart':
    case 'remove':
      return restoreSimple(deps, kind, facts);
    case 'pull-image':
      return restorePull(deps.engine, facts);
    case 'empty-restore-points':
      return restoreEmpty(deps, facts);
    case 'load-image':
      return null;
  }
}
