import type { Operation } from '../../shared/contract/operations.ts';
import type { Logger } from '../lib/logger.ts';
import type { OperationPlan } from './operation-plan.ts';
import type { RestorePlan } from './operation-request.ts';

/** Facts that an older version wrote may not be understood any more: no reason not to start. */
export function restoreOrNull(
  { restore, logger }: { restore: RestorePlan; logger: Logger },
  { kind, id }: Operation,
  facts: Record<string, unknown>,
): OperationPlan | null {
  try {
    return restore(kind, id, facts);
  } catch (error) {
    logger.error({ err: error, operationId: id }, 'an interrupted operation cannot be carried on');
    return null;
  }
}
