import type { OperationPlan } from '../../operations/operation-plan.ts';
import { carriedScripts } from './carried-scripts.ts';
import { stopTimeoutSeconds } from './create-body.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { asideName, planReplace } from './plan-replace.ts';
import type { InstanceSubject } from './read-instance-subject.ts';
import { replaceCommands } from './replace-commands.ts';
import { noRestart } from './replace-container-steps.ts';
import type { ReplaceFacts } from './replace-facts.ts';

/** The volumes of a replacement and what becomes of them. */
export type Exchange = Pick<ReplaceFacts, 'swap' | 'kept' | 'used'>;

export const noExchange: Exchange = { swap: null, kept: null, used: null };

/** The plan that puts a new container in the place of an instance's, with its commands. */
export async function replacementOf(
  deps: PlanDeps,
  operationId: string,
  subject: InstanceSubject,
  exchange: Exchange,
): Promise<OperationPlan> {
  const { inspect, name } = subject;
  const wasRunning = inspect.State.Running || inspect.State.Restarting;
  const facts: ReplaceFacts = {
    ...{ name, aside: asideName(name, operationId), oldId: inspect.Id, newId: null, wasRunning },
    ...{ stopTimeoutSeconds: inspect.Config.StopTimeout ?? stopTimeoutSeconds, stopAskedAtMs: null },
    ...{ rowsBefore: null, rowsAfter: null, freshServed: false },
    restartPolicy: inspect.HostConfig.RestartPolicy ?? noRestart,
    startsAfter: wasRunning || exchange.swap !== null,
    carriesScripts: (await carriedScripts(deps.engine.client(), inspect)).length > 0,
    ...exchange,
  };
  const context = { deps, operationId, facts };
  return planReplace(context, await replaceCommands(context, subject));
}
