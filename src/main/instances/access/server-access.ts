import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { SecretStore } from '../../platform/secret-store.ts';
import { probeServer } from '../../postgres/probe-server.ts';
import type { Credentials, ServerTarget } from '../../postgres/server-target.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { storageOf } from '../storage/storage-verdict.ts';
import { findRoute } from './find-route.ts';
import { passwordKey } from './password-key.ts';
import { readCredentials } from './read-credentials.ts';

const probeTimeoutMs = 3000;

/** How to reach the server of a container, and as whom. */
export interface ServerAccess {
  /**
   * Route and credentials of a running container.
   * @throws AppFailure `not-found`, `database-unreachable` (it does not run), `engine-unreachable`
   */
  targetOf(idOrName: string): Promise<ServerTarget>;
  /** The same from an inspect that the caller has; null when the container does not run. */
  targetOfInspected(inspect: ContainerInspect): Promise<ServerTarget | null>;
  /** Works on stopped containers too. */
  credentialsOf(inspect: ContainerInspect): Promise<Credentials>;
  /**
   * Keeps a password for the data of this container, in the host's secret store.
   * @throws AppFailure `password-failed` when the server runs and refuses it, `not-found`, `engine-unreachable`
   */
  savePassword(idOrName: string, password: string): Promise<void>;
}

/** Reads from Docker at each call: a restart may change ports and addresses. */
export function createServerAccess(deps: { engine: EngineHandle; secrets: SecretStore }): ServerAccess {
  const { engine, secrets } = deps;
  const keyOf = (inspect: ContainerInspect) =>
    passwordKey(engine.info()?.candidateId ?? '', inspect.Id, storageOf(inspect, null));
  const credentialsOf = async (inspect: ContainerInspect) =>
    readCredentials(engine.client(), inspect, await secrets.get(keyOf(inspect)));
  const targetOfInspected = async (inspect: ContainerInspect) => {
    const [route, credentials] = await Promise.all([
      findRoute(engine.client(), engine.info(), inspect),
      credentialsOf(inspect),
    ]);
    return route === null ? null : { route, credentials };
  };

  return {
    credentialsOf,
    targetOfInspected,
    async targetOf(idOrName) {
      const target = await targetOfInspected(await engine.client().inspectContainer(idOrName));
      if (target !== null) return target;
      throw new AppFailure({ code: 'database-unreachable', reason: 'container is not running' });
    },
    async savePassword(idOrName, password) {
      const inspect = await engine.client().inspectContainer(idOrName);
      const target = await targetOfInspected(inspect);
      if (target !== null) await refuseWrongPassword(target, password);
      await secrets.set(keyOf(inspect), password);
    },
  };
}

/** Through a tunnel every password is right; there, and while the server starts, it is taken as typed. */
async function refuseWrongPassword({ route, credentials }: ServerTarget, password: string): Promise<void> {
  const typed = { ...credentials, password };
  const answer = await probeServer({ route, credentials: typed }, { timeoutMs: probeTimeoutMs });
  if (answer === 'password-failed') {
    throw new AppFailure({ code: 'password-failed', user: credentials.user });
  }
}
