import { volumeLock } from '../operations/operation-locks.ts';
import type { OperationRunner } from '../operations/operation-runner.ts';
import { proveRestorePoints } from './list-restore-points.ts';
import { mayGo, type PlanEmptyDeps, planEmpty } from './plan-empty.ts';

/**
 * Starts removing restore points for good, oldest first: those of `ids`, or all. One that a container uses, or that no
 * label names, stays. Answers the operation's id.
 * @throws AppFailure `busy`, `engine-unreachable`
 */
export function startEmpty(
  deps: PlanEmptyDeps & { runner: OperationRunner },
  ids: readonly string[] | undefined,
): Promise<string> {
  const wanted = deps.restorePoints
    .all()
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  const wantedIds = new Set(wanted.map(({ id }) => id));
  return deps.runner.start({
    kind: 'empty-restore-points',
    subject: [...new Set(wanted.map(({ instance }) => instance))].join(', '),
    locks: wanted.map(({ volume }) => volumeLock(volume)),
    async plan() {
      const proven = await proveRestorePoints(deps);
      const going = proven.filter((point) => wantedIds.has(point.record.id) && mayGo(point));
      const order = wanted.filter(({ id }) => going.some(({ record }) => record.id === id));
      return {
        plan: planEmpty(
          deps,
          order.map(({ id, volume }) => ({ id, volume })),
        ),
      };
    },
  });
}
