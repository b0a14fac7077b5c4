import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { appErrorOf } from '../operations/app-error-of.ts';
import type { ServerTarget } from '../postgres/server-target.ts';
import type { InstanceServer } from './instance-server.ts';
import {
  LiveSession,
  type SessionListeners,
  type SessionPlace,
  type SessionSettings,
} from './live-session.ts';

export interface SessionDoorOptions {
  server: Pick<InstanceServer, 'target'>;
  /** As they are when a session is opened. */
  settings(): SessionSettings;
  listeners: SessionListeners;
  log: Logger;
}

/** What stood in the way of a session, and whether a container ran that could have answered. */
export interface ShutDoor {
  error: AppError;
  runs: boolean;
}

/** The way to sessions of one instance. */
export class SessionDoor {
  readonly #options: SessionDoorOptions;

  constructor(options: SessionDoorOptions) {
    this.#options = options;
  }

  /** @throws AppFailure as connecting does, `cancelled` */
  async open(place: SessionPlace, signal: AbortSignal): Promise<LiveSession> {
    return this.#enter(await this.#options.server.target(), place, signal);
  }

  /** The same, with a failure as an answer. */
  async attempt(place: SessionPlace, signal: AbortSignal): Promise<LiveSession | ShutDoor> {
    let runs = false;
    try {
      const target = await this.#options.server.target();
      runs = target !== null;
      return await this.#enter(target, place, signal);
    } catch (error) {
      return { error: appErrorOf(error, this.#options.log), runs };
    }
  }

  #enter(target: ServerTarget | null, place: SessionPlace, signal: AbortSignal): Promise<LiveSession> {
    if (target === null) {
      throw new AppFailure({ code: 'database-unreachable', reason: 'container is not running' });
    }
    const { settings, listeners } = this.#options;
    return LiveSession.open(target, place, settings(), listeners, signal);
  }
}
