import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { probeServer } from '../../postgres/probe-server.ts';
import type { ServerAccess } from '../access/server-access.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { lastWords } from './last-words.ts';

export interface WaitDeps {
  engine: EngineHandle;
  access: ServerAccess;
}

const firstPauseMs = 50;
const longestPauseMs = 400;
const probeTimeoutMs = 2000;

/**
 * Waits until the server of a container that was just started takes queries over its route. An end of the container
 * fails at once, and so does a restart by its policy: an initialisation that failed once leaves a cluster that then
 * starts "fine".
 * @throws AppFailure `start-failed`, `not-ready` after `timeoutMs`, `cancelled`, `not-found`, `engine-unreachable`
 */
export async function waitUntilReady(
  deps: WaitDeps,
  containerId: string,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<void> {
  const startedAt = performance.now();
  let pauseMs = firstPauseMs;
  let restartsBefore: number | null = null;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const inspect = await deps.engine.client().inspectContainer(containerId);
      restartsBefore ??= inspect.RestartCount;
      if (hasEnded(inspect, restartsBefore)) throw await startFailure(deps, inspect);
      if (await isReady(deps, inspect, signal)) return;
      const waitedMs = Math.round(performance.now() - startedAt);
      if (waitedMs >= timeoutMs) throw await notReady(deps, containerId, waitedMs);
      await delay(Math.min(pauseMs, timeoutMs - waitedMs), undefined, { signal });
      // Steady while a plain start lasts (about a second), then ever less often.
      if (waitedMs > 2000) pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
    }
  } catch (error) {
    if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' }, { cause: error });
    throw error;
  }
}

function hasEnded(inspect: ContainerInspect, restartsBefore: number): boolean {
  const { Status, Restarting } = inspect.State;
  const over = Status === 'exited' || Status === 'dead' || Status === 'removing';
  return over || Restarting || inspect.RestartCount > restartsBefore;
}

async function isReady(
  { access }: WaitDeps,
  inspect: ContainerInspect,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const target = await access.targetOfInspected(inspect);
  if (target === null) return false;
  const answer = await probeServer(target, { timeoutMs: probeTimeoutMs, signal });
  return answer === 'ready' || answer === 'password-failed';
}

async function startFailure(deps: WaitDeps, inspect: ContainerInspect): Promise<AppFailure> {
  const { ExitCode, Running, Restarting } = inspect.State;
  return new AppFailure({
    code: 'start-failed',
    // While it runs again the engine no longer says how it ended before.
    exitCode: Running && !Restarting ? null : ExitCode,
    lines: await lastWords(deps.engine.client(), inspect.Id),
  });
}

async function notReady(deps: WaitDeps, containerId: string, waitedMs: number): Promise<AppFailure> {
  return new AppFailure({
    code: 'not-ready',
    waitedMs,
    lines: await lastWords(deps.engine.client(), containerId),
  });
}
