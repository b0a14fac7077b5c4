import type { RowCount } from '../../../shared/contract/operations.ts';
import { labels } from '../../docker/labels.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { countRows } from '../../postgres/count-rows.ts';
import { sumRowCounts } from '../../postgres/sum-row-counts.ts';
import { removeUnusedVolume } from '../../volumes/remove-unused-volume.ts';
import { volumeIdentity } from '../../volumes/volume-identity.ts';
import { instanceLabels } from './create-body.ts';
import { existingVolume } from './find-existing.ts';
import { createOwnVolume, removeOwnVolume } from './own-things.ts';
import { type BareStep, dockerOf, type ReplaceContext } from './replace-context.ts';
import type { ReplaceFacts } from './replace-facts.ts';
import { waitForFirstStart } from './wait-for-first-start.ts';

type Swap = NonNullable<ReplaceFacts['swap']>;

/** Short, because a reset takes the same time for any amount of data: beyond it the planner's estimate is taken. */
const countLimitMs = 500;

export function countBeforeStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  return {
    name: 'count-rows',
    async run({ signal }) {
      facts.rowsBefore = await countOrNull(context, facts.oldId, signal);
      return facts.rowsBefore === null ? 'skipped' : 'done';
    },
  };
}

export function countAfterStep(context: ReplaceContext): BareStep {
  const { facts } = context;
  return {
    name: 'count-rows',
    async run({ signal }) {
      facts.rowsAfter = await countOrNull(context, facts.newId ?? facts.name, signal);
      return facts.rowsAfter === null ? 'skipped' : 'done';
    },
  };
}

export function readyStep({ deps, facts }: ReplaceContext): BareStep {
  return {
    name: 'wait-until-ready',
    async run({ signal }) {
      await waitForFirstStart(deps, facts.newId ?? facts.name, signal);
      return 'done';
    },
  };
}

export function freshVolumeStep(context: ReplaceContext, swap: Swap): BareStep {
  const { facts, operationId, deps } = context;
  const volumeLabels = freshVolumeLabels(facts.name, swap.from, operationId);
  return {
    name: 'create-volume',
    async run() {
      await createOwnVolume(dockerOf(context), swap.to, volumeLabels);
      return 'done';
    },
    async undo() {
      if (!facts.freshServed) return removeOwnVolume(dockerOf(context), swap.to, operationId);
      const volume = await existingVolume(dockerOf(context), swap.to);
      if (volume === null) return;
      await deps.restorePoints.add({
        ...{ id: `${operationId}-fresh`, volume: swap.to, instance: facts.name, reason: 'undo', rows: null },
        ...{ createdAtMs: Date.now(), volumeIdentity: volumeIdentity(volume) },
      });
    },
  };
}

/** The label that proves what the fresh volume replaced: volumes cannot be labelled later. */
export function freshVolumeLabels(
  instance: string,
  replaces: string,
  operationId: string,
): Record<string, string> {
  return { ...instanceLabels(instance, operationId), [labels.replaces]: replaces };
}

export function keepRestorePointStep({ facts, deps }: ReplaceContext): BareStep {
  const { restorePoints } = deps;
  return {
    name: 'keep-restore-point',
    async run() {
      if (facts.kept !== null) await restorePoints.add({ ...facts.kept, rows: facts.rowsBefore });
      if (facts.used !== null) await restorePoints.forget(facts.used.id);
      return 'done';
    },
    async undo() {
      if (facts.used !== null) await restorePoints.add(facts.used);
      if (facts.kept !== null) await restorePoints.forget(facts.kept.id);
    },
  };
}

export function removeVolumeStep(context: ReplaceContext, volume: string): BareStep {
  return {
    name: 'remove-volume',
    final: true,
    async run() {
      await removeUnusedVolume(dockerOf(context), volume);
      return 'done';
    },
  };
}

/** A server that cannot be asked (stopped, password unknown) does not stand in the way of its reset. */
async function countOrNull(
  { deps }: ReplaceContext,
  containerId: string,
  signal: AbortSignal,
): Promise<RowCount | null> {
  try {
    const target = await deps.access.targetOf(containerId);
    return sumRowCounts(await countRows(target, { limitMs: countLimitMs, signal }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppFailure && error.appError.code !== 'engine-unreachable') return null;
    throw error;
  }
}
