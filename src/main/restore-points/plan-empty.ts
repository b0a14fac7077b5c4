import * as z from 'zod';
import { dockerCommands } from '../commands/docker-commands.ts';
import type { OperationPlan, Step } from '../operations/operation-plan.ts';
import { removeUnusedVolume } from '../volumes/remove-unused-volume.ts';
import { type ProvenRestorePoint, proveRestorePoints, type RestorePointDeps } from './list-restore-points.ts';

const factsSchema = z.object({ points: z.array(z.object({ id: z.string(), volume: z.string() })) });

/** Removes restore points for good, one step each. Each is proved again right before: see `restore-point-proof.ts`. */
export function planEmpty(deps: PlanEmptyDeps, points: { id: string; volume: string }[]): OperationPlan {
  return {
    facts: { points },
    steps: points.map((point) => removeStep(deps, point)),
    cancellable: true,
    guardsWhenInterrupted: false,
    assess: async () => ({ canFinish: true, canRollBack: false }),
    result: () => null,
  };
}

/** The same plan in a later process. */
export function restoreEmpty(deps: PlanEmptyDeps, facts: object): OperationPlan {
  return planEmpty(deps, factsSchema.parse(facts).points);
}

export type PlanEmptyDeps = Pick<RestorePointDeps, 'engine' | 'restorePoints'>;

/** What may be deleted, or is gone already so that only the record is left. */
export function mayGo({ proof }: ProvenRestorePoint): boolean {
  return !proof.exists || (proof.named && proof.usedBy.length === 0);
}

function removeStep(deps: PlanEmptyDeps, point: { id: string; volume: string }): Step {
  return {
    name: 'remove-volume',
    command: dockerCommands.removeVolume(point.volume),
    async run() {
      const proven = (await proveRestorePoints(deps)).find(({ record }) => record.id === point.id);
      if (proven === undefined || !mayGo(proven)) return 'skipped';
      if (proven.proof.exists) await removeUnusedVolume(deps.engine.client(), point.volume);
      await deps.restorePoints.forget(point.id);
      return 'done';
    },
  };
}
