import type { OperationStep } from '../../../shared/contract/operations.ts';
import type { OperationPlan, Recovery } from '../../operations/operation-plan.ts';
import type { PlanDeps } from './instance-operation-deps.ts';
import { ownContainer } from './own-things.ts';
import {
  carryScriptsStep,
  createStep,
  removeOldStep,
  renameStep,
  startStep,
  stopStep,
} from './replace-container-steps.ts';
import {
  type BareStep,
  dockerOf,
  oldContainer,
  type ReplaceContext,
  type StepCommands,
} from './replace-context.ts';
import {
  countAfterStep,
  countBeforeStep,
  freshVolumeStep,
  keepRestorePointStep,
  readyStep,
  removeVolumeStep,
} from './replace-data-steps.ts';
import { replaceFactsSchema } from './replace-facts.ts';

/**
 * A new container in the place of an old one, which stands aside until the new one works: the plan of recreate, of
 * reset and of its undo. Everything up to the old container's removal can be taken back.
 */
export function planReplace(context: ReplaceContext, commands: StepCommands): OperationPlan {
  const { facts } = context;
  return {
    facts,
    steps: replaceSteps(context).map((step) => ({ ...step, command: commands[step.name] ?? null })),
    cancellable: true,
    guardsWhenInterrupted: true,
    assess: (steps) => assess(context, steps),
    result: () => ({
      containerId: facts.newId,
      restorePointId: facts.kept?.id ?? null,
      rowsBefore: facts.rowsBefore,
      rowsAfter: facts.rowsAfter,
    }),
  };
}

/** The same plan in a later process. */
export function restoreReplace(deps: PlanDeps, operationId: string, facts: object): OperationPlan {
  return planReplace({ deps, operationId, facts: replaceFactsSchema.parse(facts) }, {});
}

function replaceSteps(context: ReplaceContext): BareStep[] {
  const { facts } = context;
  const { swap } = facts;
  return [
    ...(swap !== null && facts.wasRunning ? [countBeforeStep(context)] : []),
    stopStep(context),
    ...(swap?.fresh ? [freshVolumeStep(context, swap)] : []),
    renameStep(context),
    createStep(context),
    ...(facts.carriesScripts ? [carryScriptsStep(context)] : []),
    ...(facts.kept !== null || facts.used !== null ? [keepRestorePointStep(context)] : []),
    ...(facts.startsAfter ? [startStep(context), readyStep(context)] : []),
    ...(swap !== null && facts.startsAfter ? [countAfterStep(context)] : []),
    removeOldStep(context),
    ...(swap !== null && facts.kept === null ? [removeVolumeStep(context, swap.from)] : []),
  ];
}

const needsOld: ReadonlySet<OperationStep['name']> = new Set([
  'stop-container',
  'rename-container',
  'create-container',
  'copy-init-scripts',
]);

async function assess(context: ReplaceContext, steps: readonly OperationStep[]): Promise<Recovery> {
  const { facts, operationId } = context;
  const old = await oldContainer(context);
  if (old !== null && old.State.Status !== 'removing' && old.State.Status !== 'dead') {
    return { canFinish: true, canRollBack: !isVolumeGoing(steps) };
  }
  const own = await ownContainer(dockerOf(context), facts.name, operationId);
  const isMade = steps.every(
    ({ name, state }) => !needsOld.has(name) || state === 'done' || state === 'skipped',
  );
  return { canFinish: own !== null && isMade, canRollBack: false };
}

function isVolumeGoing(steps: readonly OperationStep[]): boolean {
  return steps.some(({ name, state }) => name === 'remove-volume' && state !== 'pending');
}

/** Names for the old container while it stands aside: recognisable, and free because of the operation's id. */
export function asideName(name: string, operationId: string): string {
  return `${name}.before-${operationId.slice(0, 4)}`;
}
