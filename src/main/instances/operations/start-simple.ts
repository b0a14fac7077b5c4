import { AppFailure } from '../../lib/app-failure.ts';
import { containerLock } from '../../operations/operation-locks.ts';
import { serverPort } from '../ports/server-port.ts';
import { isInitialising } from '../state/initialisation.ts';
import { stopTimeoutSeconds } from './create-body.ts';
import type { InstanceOperationDeps } from './instance-operation-deps.ts';
import { planSimple, type SimpleKind } from './plan-simple.ts';
import { nameOf } from './replace-container-steps.ts';

export interface SimpleOptions {
  /** It runs Postgres: a start ends when it takes queries. */
  isInstance: boolean;
  /** Stop it although a cluster is being made in it: its log tells, whatever the page it is stopped from. */
  evenIfInitialising: boolean;
}

/**
 * Starts, stops, restarts or removes a container; answers the operation's id. A removal leaves every volume.
 * @throws AppFailure `not-found`, `busy`, `initialising`, `engine-unreachable`
 */
export async function startSimple(
  deps: InstanceOperationDeps,
  kind: SimpleKind,
  idOrName: string,
  { isInstance, evenIfInitialising }: SimpleOptions,
): Promise<string> {
  const inspect = await deps.engine.client().inspectContainer(idOrName);
  const name = nameOf(inspect);
  const stops = kind === 'stop' || kind === 'restart';
  return deps.runner.start({
    kind,
    subject: name,
    locks: [containerLock(name)],
    async plan() {
      if (stops && !evenIfInitialising && (await isInitialising(deps, inspect.Id))) {
        throw new AppFailure({ code: 'initialising', name });
      }
      const waits = isInstance && (kind === 'start' || kind === 'restart');
      const user = waits ? (await deps.access.credentialsOf(inspect)).user : '';
      const facts = {
        id: inspect.Id,
        name,
        wasRunning: inspect.State.Running || inspect.State.Restarting,
        stopTimeoutSeconds: inspect.Config.StopTimeout ?? stopTimeoutSeconds,
        waits: waits ? { user, port: serverPort(inspect) } : null,
      };
      return { plan: planSimple(deps, kind, facts) };
    },
  });
}
