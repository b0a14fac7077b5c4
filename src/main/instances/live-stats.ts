import type { LiveStats } from '../../shared/contract/instances.ts';
import type { EngineConnection } from '../docker/engine-connection.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { ConnectionCounter } from './access/connection-counter.ts';
import type { ServerAccess } from './access/server-access.ts';

/** Docker measures about every second; every other sample is shown. */
const intervalMs = 1900;

export interface LiveStatsDeps {
  engine: Pick<EngineConnection, 'client' | 'onEvent'>;
  access: ServerAccess;
}

/**
 * Processor, memory and connections of a running instance, about every two seconds, over one session to the server.
 * Ends when the container stops or the signal aborts.
 * @throws AppFailure `unavailable` when it does not run, `not-found`, `engine-unreachable`
 */
export async function* watchLiveStats(
  { engine, access }: LiveStatsDeps,
  idOrName: string,
  signal: AbortSignal,
): AsyncGenerator<LiveStats, void> {
  const docker = engine.client();
  const { Id: id } = await docker.inspectContainer(idOrName);
  const stopped = new AbortController();
  // Docker goes on with empty samples after a stop.
  const unsubscribe = engine.onEvent(({ type, action, actorId }) => {
    if (type === 'container' && actorId === id && action === 'die') stopped.abort();
  });
  const over = AbortSignal.any([signal, stopped.signal]);
  const counter = new ConnectionCounter(access, id);
  try {
    // Only now: an end before the listener was there would go unnoticed.
    if (!(await docker.inspectContainer(id)).State.Running) {
      throw new AppFailure({ code: 'unavailable', action: 'stats', reason: 'not-running' });
    }
    let shownAtMs = Number.NEGATIVE_INFINITY;
    for await (const sample of docker.stats(id, over)) {
      if (over.aborted) return;
      if (sample.atMs - shownAtMs < intervalMs) continue;
      shownAtMs = sample.atMs;
      yield { ...sample, ...(await counter.count()) };
    }
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    unsubscribe();
    stopped.abort();
    await counter.dispose();
  }
}
