import type { ConsolePreferences } from '../../shared/contract/consoles.ts';
import { ColumnTypes } from '../postgres/column-types.ts';
import type {
  ConnectionListeners,
  ConsoleConnection,
  ServerError,
  TransactionState,
} from '../postgres/console-connection.ts';
import { openConsoleConnection } from '../postgres/open-console-connection.ts';
import type { ServerTarget } from '../postgres/server-target.ts';

/** Whom and what a session is opened for; null: what the instance's own settings say. */
export interface SessionPlace {
  database: string | null;
  user: string | null;
}

export type SessionSettings = Pick<ConsolePreferences, 'statementTimeoutMs' | 'readOnly'>;

export interface SessionListeners extends Pick<ConnectionListeners, 'onNotice' | 'onNotification'> {
  onTransaction(): void;
  /** It ended, and nobody here wanted that. */
  onLoss(session: LiveSession): void;
}

/** One session that is open, or was until it got lost. */
export class LiveSession {
  transaction: TransactionState = 'idle';
  /** Something ran that the session may remember. */
  isUsed = false;
  /** Undefined: it lives. Null: it ended without a word of the server. */
  end: ServerError | null | undefined;

  readonly columnTypes: ColumnTypes;
  readonly openedAtMs = Date.now();

  private constructor(readonly connection: ConsoleConnection) {
    this.transaction = connection.transaction;
    this.columnTypes = new ColumnTypes(connection);
  }

  /** @throws AppFailure as connecting does, `cancelled` */
  static async open(
    target: ServerTarget,
    place: SessionPlace,
    { statementTimeoutMs, readOnly }: SessionSettings,
    listeners: SessionListeners,
    signal: AbortSignal,
  ): Promise<LiveSession> {
    let session: LiveSession | null = null;
    let endedEarly: ServerError | null | undefined;
    const connection = await openConsoleConnection(
      asUser(target, place.user),
      {
        statementTimeoutMs,
        readOnly,
        signal,
        ...(place.database !== null && { database: place.database }),
      },
      {
        onNotice: listeners.onNotice,
        onNotification: listeners.onNotification,
        onTransaction(state) {
          if (session === null) return;
          session.transaction = state;
          listeners.onTransaction();
        },
        onEnd(error) {
          endedEarly = error;
          if (session === null) return;
          session.end = error;
          listeners.onLoss(session);
        },
      },
    );
    const opened = new LiveSession(connection);
    // A locked catalogue would keep it open for nobody.
    const giveUp = (): void => void connection.dispose();
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    try {
      await opened.columnTypes.learn();
    } catch (error) {
      await opened.dispose();
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    opened.end = endedEarly;
    session = opened;
    return opened;
  }

  /** Ends it within a second. */
  dispose(): Promise<void> {
    return this.connection.dispose();
  }
}

/** Of another role no password is known. */
function asUser(target: ServerTarget, user: string | null): ServerTarget {
  if (user === null || user === target.credentials.user) return target;
  return { ...target, credentials: { ...target.credentials, user, password: null, source: 'unknown' } };
}
