import { AppFailure } from '../../lib/app-failure.ts';
import { containerLock, volumeLock } from '../../operations/operation-locks.ts';
import type { OperationPlan } from '../../operations/operation-plan.ts';
import { volumeIdentity } from '../../volumes/volume-identity.ts';
import { resetUnavailable } from './action-availability.ts';
import type { InstanceOperationDeps, PlanDeps } from './instance-operation-deps.ts';
import { type InstanceSubject, readInstanceSubject } from './read-instance-subject.ts';
import { nameOf } from './replace-container-steps.ts';
import { replacementOf } from './replacement-of.ts';

/**
 * Gives the instance a fresh volume and keeps the old one as a restore point, or (`keepRestorePoint` false, which needs
 * the instance's name typed) removes it for good at the very end. Takes the same time for any amount of data.
 * @throws AppFailure `not-found`, `busy`, `unavailable`, `invalid-fields`, `engine-unreachable`
 */
export async function startReset(
  deps: InstanceOperationDeps,
  { id, keepRestorePoint, typedName }: { id: string; keepRestorePoint: boolean; typedName: string },
): Promise<string> {
  const name = nameOf(await deps.engine.client().inspectContainer(id));
  if (!keepRestorePoint && typedName !== name) {
    const issue = { field: 'name', severity: 'error', problem: 'required', values: { name } } as const;
    throw new AppFailure({ code: 'invalid-fields', issues: [issue] });
  }
  return deps.runner.start({
    kind: 'reset',
    subject: name,
    locks: [containerLock(name)],
    async plan(operationId) {
      const subject = await readInstanceSubject(deps, name);
      const { plan, volumes } = await planReset(deps, operationId, subject, keepRestorePoint);
      return { plan, locks: volumes.map(volumeLock) };
    },
  });
}

/** @throws AppFailure `unavailable` */
export async function planReset(
  deps: PlanDeps,
  operationId: string,
  subject: InstanceSubject,
  keepRestorePoint: boolean,
): Promise<{ plan: OperationPlan; volumes: [from: string, to: string] }> {
  const from = resettableVolume(subject);
  const to = freshVolumeName(from, await volumeNames(deps));
  const kept = {
    ...{ id: operationId, volume: from, instance: subject.name, reason: 'reset' as const, rows: null },
    ...{ createdAtMs: Date.now(), volumeIdentity: volumeIdentity(subject.action.volume) },
  };
  const plan = await replacementOf(deps, operationId, subject, {
    swap: { from, to, fresh: true },
    kept: keepRestorePoint ? kept : null,
    used: null,
  });
  return { plan, volumes: [from, to] };
}

/** @throws AppFailure `unavailable` */
function resettableVolume({ action }: InstanceSubject): string {
  const reason = resetUnavailable(action);
  if (reason !== null) throw new AppFailure({ code: 'unavailable', action: 'reset', reason });
  return action.volume?.Name ?? '';
}

async function volumeNames({ engine }: PlanDeps): Promise<ReadonlySet<string>> {
  return new Set((await engine.client().listVolumes()).map(({ Name }) => Name));
}

/** `shop-data` -> `shop-data.2` -> `shop-data.3`: the first that is free. */
function freshVolumeName(volume: string, taken: ReadonlySet<string>): string {
  const base = volume.replace(/\.\d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${base}.${number}`;
    if (!taken.has(name)) return name;
  }
}
