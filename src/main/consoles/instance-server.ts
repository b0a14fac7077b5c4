import type { AppErrorCode } from '../../shared/app-error.ts';
import type { EngineConnection } from '../docker/engine-connection.ts';
import type { ServerAccess } from '../instances/access/server-access.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { ServerTarget } from '../postgres/server-target.ts';

export interface InstanceServerDeps {
  engine: Pick<EngineConnection, 'client' | 'inUse' | 'info' | 'onEvent' | 'onStatus'>;
  access: Pick<ServerAccess, 'targetOfInspected' | 'credentialsOf'>;
}

/** The server of an instance, whichever container of that name runs it now. */
export interface InstanceServer {
  /**
   * Null: the container does not run.
   * @throws AppFailure `not-found`, `engine-unreachable` (also while another engine is in use), `engine-refused`
   */
  target(): Promise<ServerTarget | null>;
  /**
   * Whom a session that asks for nothing is opened for; null: there is no such container, or no engine.
   * @throws AppFailure `engine-refused`
   */
  defaults(): Promise<{ user: string; database: string } | null>;
  /**
   * Calls `listener` when there may be another answer: the container started, was unpaused, renamed or removed, turned
   * healthy, or the engine was connected again. Answers the function that takes the listener away.
   */
  onChange(listener: () => void): () => void;
}

const changes = new Set(['start', 'unpause', 'restart', 'rename', 'destroy', 'health_status: healthy']);

const absent = new Set<AppErrorCode>(['not-found', 'engine-unreachable']);

/** @throws AppFailure `engine-unreachable` */
export function instanceServer({ engine, access }: InstanceServerDeps, instance: string): InstanceServer {
  // An instance of the same name on another engine is another instance.
  const { id: engineId } = engine.inUse();
  return {
    async target() {
      if (engine.inUse().id !== engineId) throw new AppFailure({ code: 'engine-unreachable', tried: [] });
      return access.targetOfInspected(await engine.client().inspectContainer(instance));
    },
    async defaults() {
      try {
        const { user, database } = await access.credentialsOf(
          await engine.client().inspectContainer(instance),
        );
        return { user, database };
      } catch (error) {
        if (error instanceof AppFailure && absent.has(error.appError.code)) return null;
        throw error;
      }
    },
    onChange(listener) {
      const unsubscribers = [
        engine.onEvent(({ type, action, attributes }) => {
          if (type === 'container' && attributes.name === instance && changes.has(action)) listener();
        }),
        engine.onStatus(({ state }) => {
          if (state === 'connected') listener();
        }),
      ];
      return () => {
        for (const unsubscribe of unsubscribers) unsubscribe();
      };
    },
  };
}
