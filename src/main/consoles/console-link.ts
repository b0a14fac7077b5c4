import type { AppError } from '../../shared/app-error.ts';
import type { ConsoleState } from '../../shared/contract/consoles.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { Bell } from '../lib/bell.ts';
import type { Logger } from '../lib/logger.ts';
import type { ConnectionListeners } from '../postgres/console-connection.ts';
import type { InstanceServer } from './instance-server.ts';
import { linkVerdict } from './link-verdict.ts';
import { LiveSession, type SessionPlace, type SessionSettings } from './live-session.ts';
import type { NewConsoleEntry } from './script/script-host.ts';
import { SessionDoor } from './session-door.ts';
import { SessionWaiters } from './session-waiters.ts';

export type ConsoleEvent = Extract<NewConsoleEntry, { kind: 'event' }>['event'];

export interface ConsoleLinkOptions extends Pick<ConnectionListeners, 'onNotice' | 'onNotification'> {
  server: InstanceServer;
  place: SessionPlace;
  /** As they are when a session is opened. */
  settings(): SessionSettings;
  /** The state, the reason or the transaction is another one. */
  onChange(): void;
  onEvent(event: ConsoleEvent, detail: string | null): void;
  log: Logger;
}

const firstPauseMs = 50;
const longestPauseMs = 2000;
const shortLifeMs = 1000;
/** `idle_session_timeout`: whoever set it wants idle sessions gone, so the next one is opened when it is needed. */
const idleForTooLong = '57P05';

/**
 * The session of one console: opened when first needed, and again by itself whenever it was lost, as soon as a server
 * of that instance answers. One that cannot come back without a person stays `failed` until `connect`, or until the
 * container starts anew.
 */
export class ConsoleLink {
  readonly #options: ConsoleLinkOptions;
  readonly #door: SessionDoor;
  readonly #waiters = new SessionWaiters();
  readonly #bell = new Bell();
  readonly #unsubscribe: () => void;
  #place: SessionPlace;
  #state: ConsoleState['link'] = 'closed';
  #reason: AppError | null = null;
  #session: LiveSession | null = null;
  /** Ends the opening that is under way. */
  #opening: AbortController | null = null;
  /** The session before was lost: what to say when the next one is there. */
  #loss: { wasUsed: boolean } | null = null;
  /** It is to be there, even if nothing waits for it. */
  #isWanted = false;
  #isOver = false;
  /** So many sessions in a row that were lost at once. */
  #shortLives = 0;

  constructor(options: ConsoleLinkOptions) {
    this.#options = options;
    this.#place = options.place;
    const { server, settings, log, onNotice, onNotification, onChange } = options;
    const onLoss = (session: LiveSession): void => this.#onLoss(session);
    const listeners = { onNotice, onNotification, onTransaction: onChange, onLoss };
    this.#door = new SessionDoor({ server, settings, listeners, log });
    this.#unsubscribe = server.onChange(() => this.#onServerChange());
  }

  get state(): ConsoleState['link'] {
    return this.#state;
  }

  /** Why it waits or failed. */
  get reason(): AppError | null {
    return this.#reason;
  }

  get session(): LiveSession | null {
    return this.#session;
  }

  get place(): SessionPlace {
    return this.#place;
  }

  /** Opens the session, or tries again at once. Does nothing when it is there. */
  connect(): void {
    this.#isWanted = true;
    this.#openNow();
  }

  /**
   * The session, opened or waited for. One that is opened for this only is given up along with it.
   * @throws AppFailure why it needs a person, `cancelled` by the signal or the end of the console
   */
  async ready(signal: AbortSignal): Promise<LiveSession> {
    if (signal.aborted || this.#isOver) throw new AppFailure({ code: 'cancelled' });
    if (this.#session !== null) return this.#session;
    const session = this.#waiters.wait(signal);
    this.#openNow();
    try {
      return await session;
    } finally {
      if (this.#session === null && !this.#isWanted && this.#waiters.isEmpty) this.#giveUp();
    }
  }

  /**
   * Opens a session elsewhere first and then ends this one, which stays when that fails.
   * @throws AppFailure why it cannot be opened
   */
  async move(place: SessionPlace, signal: AbortSignal): Promise<LiveSession> {
    const session = await this.#door.open(place, signal);
    if (this.#isOver) {
      await session.dispose();
      throw new AppFailure({ code: 'cancelled' });
    }
    const before = this.#session;
    this.#place = place;
    this.#loss = null;
    this.#arrive(session);
    await before?.dispose();
    return session;
  }

  /** Ends the session and whatever waits for it. The next one is opened at `place`. */
  async end(place: SessionPlace = this.#place): Promise<void> {
    this.#opening?.abort();
    this.#opening = null;
    this.#place = place;
    this.#loss = null;
    this.#isWanted = false;
    this.#waiters.reject(new AppFailure({ code: 'cancelled' }));
    const session = this.#session;
    this.#session = null;
    this.#set('closed', null);
    await session?.dispose();
  }

  async dispose(): Promise<void> {
    this.#isOver = true;
    this.#unsubscribe();
    await this.end();
  }

  #openNow(): void {
    if (this.#session !== null || this.#isOver) return;
    if (this.#opening === null) this.#begin();
    else this.#bell.ring();
  }

  /** A failure stays on show. */
  #giveUp(): void {
    if (this.#opening === null) return;
    this.#opening.abort();
    this.#opening = null;
    this.#set('closed', null);
  }

  #begin(): void {
    const opening = new AbortController();
    this.#opening = opening;
    this.#bell.hush();
    this.#set('connecting', null);
    void this.#openUntilThere(opening.signal);
  }

  async #openUntilThere(signal: AbortSignal): Promise<void> {
    // Somebody ends them as they come: one is taken for an accident.
    if (this.#shortLives > 1) await this.#bell.wait({ timeoutMs: longestPauseMs, signal });
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
      const answer = await this.#door.attempt(this.#place, signal);
      if (signal.aborted) {
        if (answer instanceof LiveSession) await answer.dispose();
        return;
      }
      if (answer instanceof LiveSession) return this.#arrive(answer);
      const verdict = linkVerdict(answer.error, answer.runs);
      if (verdict === 'person') return this.#fail(answer.error);
      this.#set('waiting', answer.error);
      await this.#bell.wait({ timeoutMs: verdict === 'retry' ? pauseMs : null, signal });
    }
  }

  #arrive(session: LiveSession): void {
    const { onEvent } = this.#options;
    // Another one may be on its way when this one was asked for by name.
    this.#opening?.abort();
    this.#opening = null;
    this.#session = session;
    this.#isWanted = true;
    const loss = this.#loss;
    this.#loss = null;
    onEvent(loss === null ? 'connected' : 'reconnected', session.connection.database);
    if (loss?.wasUsed === true) onEvent('session-reset', null);
    this.#set('ready', null);
    this.#waiters.resolve(session);
    // Between its first word and ours.
    if (session.end !== undefined) this.#onLoss(session);
  }

  #onLoss(session: LiveSession): void {
    if (session !== this.#session) return;
    this.#session = null;
    this.#loss = { wasUsed: session.isUsed };
    const { onEvent } = this.#options;
    onEvent('connection-lost', session.end?.message ?? null);
    if (session.transaction !== 'idle') onEvent('transaction-lost', null);
    void session.dispose();
    this.#shortLives = Date.now() - session.openedAtMs < shortLifeMs ? this.#shortLives + 1 : 0;
    if (session.end?.sqlState === idleForTooLong) {
      this.#isWanted = false;
      this.#set('closed', null);
    } else {
      this.#begin();
    }
  }

  #fail(error: AppError): void {
    this.#opening = null;
    this.#set('failed', error);
    this.#waiters.reject(new AppFailure(error));
  }

  #onServerChange(): void {
    this.#bell.ring();
    // What failed was the server as it was before.
    if (this.#state === 'failed') this.connect();
  }

  #set(state: ConsoleState['link'], reason: AppError | null): void {
    this.#state = state;
    this.#reason = reason;
    this.#options.onChange();
  }
}
