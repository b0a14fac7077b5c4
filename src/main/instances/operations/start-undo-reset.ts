import { AppFailure } from '../../lib/app-failure.ts';
import { containerLock, volumeLock } from '../../operations/operation-locks.ts';
import { proofOf } from '../../restore-points/restore-point-proof.ts';
import type { RestorePointRecord } from '../../restore-points/restore-point-store.ts';
import { volumeIdentity } from '../../volumes/volume-identity.ts';
import { resetUnavailable } from './action-availability.ts';
import type { InstanceOperationDeps } from './instance-operation-deps.ts';
import { readInstanceSubject } from './read-instance-subject.ts';
import { replacementOf } from './replacement-of.ts';

/**
 * Puts a restore point back under its instance (found by name: its container may have been made anew) and keeps the
 * volume that it replaces as a restore point.
 * @throws AppFailure `not-found`, `busy`, `unavailable`, `volume-in-use`, `engine-unreachable`
 */
export async function startUndoReset(deps: InstanceOperationDeps, restorePointId: string): Promise<string> {
  const used = deps.restorePoints.find(restorePointId);
  if (used === null) {
    throw new AppFailure({ code: 'not-found', kind: 'restore-point', name: restorePointId });
  }
  return deps.runner.start({
    kind: 'undo-reset',
    subject: used.instance,
    locks: [containerLock(used.instance), volumeLock(used.volume)],
    async plan(operationId) {
      await requireUsable(deps, used);
      const subject = await readInstanceSubject(deps, used.instance);
      const reason = resetUnavailable(subject.action);
      if (reason !== null) throw new AppFailure({ code: 'unavailable', action: 'undo', reason });
      const from = subject.action.volume?.Name ?? '';
      const kept: RestorePointRecord = {
        ...{ id: operationId, volume: from, instance: subject.name, reason: 'undo', rows: null },
        ...{ createdAtMs: Date.now(), volumeIdentity: volumeIdentity(subject.action.volume) },
      };
      const swap = { from, to: used.volume, fresh: false };
      const plan = await replacementOf(deps, operationId, subject, { swap, kept, used });
      return { plan, locks: [volumeLock(from)] };
    },
  });
}

async function requireUsable(
  { engine, restorePoints }: InstanceOperationDeps,
  used: RestorePointRecord,
): Promise<void> {
  const docker = engine.client();
  const [volumes, containers] = await Promise.all([docker.listVolumes(), docker.listContainers()]);
  const proof = proofOf(used, volumes, containers);
  // Another operation may have used it up since the caller saw it.
  if (!proof.usable || restorePoints.find(used.id) === null) {
    throw new AppFailure({ code: 'unavailable', action: 'undo', reason: 'restore-point-gone' });
  }
  if (proof.usedBy.length > 0) {
    throw new AppFailure({ code: 'volume-in-use', volume: used.volume, containers: proof.usedBy });
  }
}
