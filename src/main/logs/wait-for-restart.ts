import { AppFailure } from '../lib/app-failure.ts';
import type { LogEngine } from './read-container-logs.ts';

/**
 * Resolves with the time of the start (engine time, as inspect says it) once the container runs (again) or has run
 * meanwhile, with null once it is gone for good or the signal aborts. An engine that is away is waited for.
 * @param knownStartedAt the start whose output is known already
 */
export function waitForRestart(
  engine: LogEngine,
  id: string,
  knownStartedAt: string,
  signal: AbortSignal,
): Promise<{ startedAt: string } | null> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      for (const unsubscribe of unsubscribers) unsubscribe();
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const onAbort = (): void => settle(() => resolve(null));
    const check = (): void => {
      look(engine, id, knownStartedAt).then(
        (seen) => seen !== 'wait' && settle(() => resolve(seen === 'gone' ? null : seen)),
        (error: unknown) => settle(() => reject(error)),
      );
    };
    const unsubscribers = [
      engine.onEvent(({ type, action, actorId }) => {
        if (type !== 'container' || actorId !== id) return;
        if (action === 'start' || action === 'destroy' || action === 'remove') check();
      }),
      engine.onStatus(({ state }) => state === 'connected' && check()),
    ];
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    // It may have started before anybody listened.
    else check();
  });
}

/** `wait`: it is stopped, or the engine is away, and time will tell. */
async function look(
  engine: LogEngine,
  id: string,
  knownStartedAt: string,
): Promise<{ startedAt: string } | 'gone' | 'wait'> {
  try {
    const { State } = await engine.client().inspectContainer(id);
    const { Running, StartedAt: startedAt } = State;
    return Running || startedAt !== knownStartedAt ? { startedAt } : 'wait';
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    if (error.appError.code === 'not-found') return 'gone';
    if (error.appError.code === 'engine-unreachable') return 'wait';
    throw error;
  }
}
