import { AppFailure } from '../../lib/app-failure.ts';
import { lastWords } from '../state/last-words.ts';
import { waitUntilReady } from '../state/wait-until-ready.ts';
import { forgetHalfInitialised } from './guard-initialisation.ts';
import type { PlanDeps } from './instance-operation-deps.ts';

/** The first start makes the cluster and runs init scripts of any length; the person can cancel. */
const firstStartMs = 15 * 60_000;

/**
 * Waits until a container that was started for the first time takes queries. One that its restart policy started again
 * in the meantime has failed, though it may run now: its cluster is half-made.
 * @throws AppFailure as `waitUntilReady`
 */
export async function waitForFirstStart(
  deps: PlanDeps,
  containerId: string,
  signal: AbortSignal,
): Promise<void> {
  await waitUntilReady(deps, containerId, { timeoutMs: firstStartMs, signal });
  const docker = deps.engine.client();
  const { RestartCount } = await docker.inspectContainer(containerId);
  if (RestartCount === 0) return forgetHalfInitialised(deps, containerId);
  const lines = await lastWords(docker, containerId);
  throw new AppFailure({ code: 'start-failed', exitCode: null, lines });
}
