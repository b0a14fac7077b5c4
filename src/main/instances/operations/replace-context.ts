import type { OperationStep } from '../../../shared/contract/operations.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { Step } from '../../operations/operation-plan.ts';
import { existingContainer } from './find-existing.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import type { ReplaceFacts } from './replace-facts.ts';

/** What the steps of a replacement share. */
export interface ReplaceContext {
  deps: PlanDeps;
  operationId: string;
  facts: ReplaceFacts;
}

/** A step whose command is added where the whole plan is known. */
export type BareStep = Omit<Step, 'command'>;

export type StepCommands = Partial<Record<OperationStep['name'], string>>;

export function dockerOf({ deps }: ReplaceContext): DockerClient {
  return deps.engine.client();
}

export function oldContainer(context: ReplaceContext): Promise<ContainerInspect | null> {
  return existingContainer(dockerOf(context), context.facts.oldId);
}

/** @throws AppFailure `not-found` when somebody removed it meanwhile. */
export async function requireOldContainer(context: ReplaceContext): Promise<ContainerInspect> {
  const found = await oldContainer(context);
  if (found !== null) return found;
  throw new AppFailure({ code: 'not-found', kind: 'container', name: context.facts.name });
}

/** Stops a container and waits for it: not with the operation's signal, because the engine would go on stopping it. */
export function stopAndWait(context: ReplaceContext, id: string): Promise<void> {
  return dockerOf(context).stopContainer(id, context.facts.stopTimeoutSeconds);
}
