import { setTimeout as delay } from 'node:timers/promises';
import type { EngineInfo, EngineStatus } from '../../shared/contract/engine.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import { backoffMs } from './backoff.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import type { EngineChoice } from './engine-choice.ts';
import { EngineSession } from './engine-session.ts';
import type { EngineEvent } from './engine-types.ts';
import { findEngineCandidates } from './find-engine-candidates.ts';
import { isThere } from './is-there.ts';
import type { EngineSurroundings } from './known-sockets.ts';
import { type Trial, tryEngines } from './try-engines.ts';

export interface EngineConnectionOptions {
  env: EngineSurroundings['env'];
  home: string;
  platform: NodeJS.Platform;
  log: Logger;
  choiceStore: EngineChoice;
  /** Default: what the file system says. */
  exists?: EngineSurroundings['exists'];
}

/**
 * Finds an engine, stays with it, and comes back to it when it was away. Every `connected` status after the first
 * means that events may have been missed: whoever caches must read everything anew. Never throws on its own.
 */
export class EngineConnection {
  readonly #around: EngineSurroundings;
  readonly #log: Logger;
  readonly #choiceStore: EngineChoice;
  readonly #statusListeners = new Set<(status: EngineStatus) => void>();
  readonly #eventListeners = new Set<(event: EngineEvent) => void>();
  readonly #life = new AbortController();
  #status: Omit<EngineStatus, 'nextRetryInMs'>;
  #nextRetryAtMs: number | null = null;
  #session: EngineSession | null = null;
  /** The engine in use stays the one in use while it is away. */
  #candidate: EngineCandidate | null = null;
  #seenUntilMs: number | null = null;
  #wake = new AbortController();
  /** Counts the wishes to try anew: an attempt that began before the last one does not count. */
  #wish = 0;
  #waiting: { wish: number; resolve: () => void }[] = [];
  #loop: Promise<void> | null = null;

  constructor(options: EngineConnectionOptions) {
    const { env, home, platform } = options;
    const exists = options.exists ?? isThere;
    this.#around = { env, home, platform, uid: process.getuid?.() ?? null, exists };
    this.#log = options.log;
    this.#choiceStore = options.choiceStore;
    const advice = platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux-other';
    this.#status = { state: 'connecting', engine: null, tried: [], chosen: null, advice };
  }

  /** Begins; resolves when the first attempt is over, whichever way it went. */
  async start(): Promise<void> {
    if (this.#loop !== null) return;
    this.#status.chosen = await this.#choiceStore.get().catch((error: unknown) => {
      this.#log.error({ err: error }, 'the chosen engine could not be read');
      return null;
    });
    const hasApt = this.#around.platform === 'linux' && (await this.#around.exists('/usr/bin/apt-get'));
    if (hasApt) this.#status.advice = 'linux-apt';
    const firstAttempt = this.#attemptAfterNow();
    this.#loop = this.#run();
    await firstAttempt;
  }

  /** @throws AppFailure `engine-unreachable` with what was tried. */
  client(): DockerClient {
    return this.#connected().docker;
  }

  /** The engine that {@link client} reaches. @throws AppFailure `engine-unreachable` with what was tried. */
  inUse(): EngineInfo {
    return this.#connected().info;
  }

  /** The engine that is connected now. */
  info(): EngineInfo | null {
    return this.#session?.info ?? null;
  }

  status(): EngineStatus {
    const nextRetryInMs = this.#nextRetryAtMs === null ? null : Math.max(0, this.#nextRetryAtMs - Date.now());
    return { ...this.#status, nextRetryInMs };
  }

  /** Tries at once; a connected engine is kept and only the list of what was tried is renewed. */
  async retry(): Promise<EngineStatus> {
    if (this.#session !== null) await this.#renewTried();
    else await this.#tryNow();
    return this.status();
  }

  /** Uses this candidate only from now on (null: find one as usual). Remembered. */
  async choose(candidateId: string | null): Promise<EngineStatus> {
    await this.#choiceStore.set(candidateId);
    this.#candidate = null;
    this.#seenUntilMs = null;
    this.#setStatus({ chosen: candidateId });
    const attempt = this.#tryNow();
    this.#session?.dispose();
    await attempt;
    return this.status();
  }

  /** Answers the function that takes the listener away. */
  onStatus(listener: (status: EngineStatus) => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  /** Answers the function that takes the listener away. */
  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  /** Ends the connection and every request and stream under way. */
  async dispose(): Promise<void> {
    this.#life.abort();
    this.#wake.abort();
    this.#session?.dispose();
    await this.#loop;
    this.#finishWaiting(Number.POSITIVE_INFINITY);
    this.#statusListeners.clear();
    this.#eventListeners.clear();
  }

  #connected(): EngineSession {
    if (this.#session !== null) return this.#session;
    throw new AppFailure({ code: 'engine-unreachable', tried: this.#status.tried });
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#life.signal.aborted) {
      const wish = this.#wish;
      const session = await this.#attempt().catch((error: unknown) => {
        this.#log.error({ err: error }, 'looking for an engine failed');
        return null;
      });
      if (wish !== this.#wish || this.#life.signal.aborted) {
        session?.dispose();
        continue;
      }
      this.#session = session;
      failures = session === null ? failures + 1 : 0;
      const waitMs = session === null ? backoffMs(failures) : null;
      this.#nextRetryAtMs = waitMs === null ? null : Date.now() + waitMs;
      const engine = session?.info ?? this.#status.engine;
      this.#setStatus({ state: session === null ? 'unreachable' : 'connected', engine });
      this.#finishWaiting(wish);
      if (session !== null) await this.#stayWith(session);
      else if (waitMs !== null) await this.#pause(waitMs, wish);
    }
  }

  /** One look at all candidates. Null: none answered. */
  async #attempt(): Promise<EngineSession | null> {
    const { winner, attempts } = await this.#try();
    const wish = this.#wish;
    const noted = attempts.then((tried) => {
      if (wish === this.#wish && !this.#life.signal.aborted) this.#setStatus({ tried });
    });
    if (winner === null) {
      await noted;
      return null;
    }
    this.#candidate = winner.link.candidate;
    return new EngineSession(winner, this.#seenUntilMs, {
      onEvent: (event) => this.#tell(this.#eventListeners, event),
      onResumed: () => this.#setStatus({ state: 'connected' }),
    });
  }

  async #try(): Promise<Trial> {
    const { chosen } = this.#status;
    const found = await findEngineCandidates(this.#around, chosen);
    const last = this.#candidate;
    const candidates = last === null || found.some(({ id }) => id === last.id) ? found : [last, ...found];
    return tryEngines(candidates, chosen ?? last?.id ?? null);
  }

  async #stayWith(session: EngineSession): Promise<void> {
    await session.live();
    session.dispose();
    this.#session = null;
    this.#seenUntilMs = this.#candidate === null ? null : session.seenUntilMs;
    if (this.#life.signal.aborted) return;
    const { candidateId } = session.info;
    const tried = this.#status.tried.map((attempt) =>
      attempt.candidateId === candidateId ? { ...attempt, failure: session.lastFailure } : attempt,
    );
    this.#setStatus({ state: this.#candidate === null ? 'connecting' : 'unreachable', tried });
  }

  async #renewTried(): Promise<void> {
    const { winner, attempts } = await this.#try();
    winner?.link.dispose();
    this.#setStatus({ tried: await attempts });
  }

  #tryNow(): Promise<void> {
    this.#wish += 1;
    const over = this.#attemptAfterNow();
    this.#wake.abort();
    return over;
  }

  #attemptAfterNow(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ wish: this.#wish, resolve }));
  }

  #finishWaiting(wish: number): void {
    for (const one of this.#waiting.filter((waiting) => waiting.wish <= wish)) one.resolve();
    this.#waiting = this.#waiting.filter((waiting) => waiting.wish > wish);
  }

  async #pause(ms: number, wish: number): Promise<void> {
    if (wish !== this.#wish || this.#life.signal.aborted) return;
    this.#wake = new AbortController();
    // Rejects only when it is woken.
    await delay(ms, undefined, { signal: this.#wake.signal }).catch(() => undefined);
  }

  #setStatus(change: Partial<EngineStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#tell(this.#statusListeners, this.status());
  }

  #tell<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
    for (const listener of listeners) {
      try {
        listener(value);
      } catch (error) {
        this.#log.error({ err: error }, 'a listener of the engine failed');
      }
    }
  }
}
