import { setTimeout as delay } from 'node:timers/promises';
import type { EngineInfo } from '../../shared/contract/engine.ts';
import { backoffMs } from './backoff.ts';
import { createDockerClient } from './create-docker-client.ts';
import type { DockerClient } from './docker-client.ts';
import type { EngineLink } from './engine-link.ts';
import type { EngineEvent } from './engine-types.ts';
import { explainConnectionError } from './explain-connection-error.ts';
import type { PingResult } from './ping-engine.ts';
import { watchEngineEvents } from './watch-engine-events.ts';

interface SessionListeners {
  onEvent: (event: EngineEvent) => void;
  /** The event stream broke and is back on the same engine: anything may have changed meanwhile. */
  onResumed: () => void;
}

const silenceMs = 5_000;
const pingTimeoutMs = 5_000;
/** A stream that lived this long was a good one. */
const steadyMs = 10_000;

/** The time with one engine, from the first answer until it no longer answers. Owns its connections. */
export class EngineSession {
  readonly docker: DockerClient;
  readonly info: EngineInfo;
  readonly #link: EngineLink;
  readonly #listeners: SessionListeners;
  readonly #life = new AbortController();
  /** Engine time of the last event seen, or of the start. */
  #seenUntilMs: number;
  #heardAtMs = Date.now();
  #lastError: unknown = new Error('The connection was lost');

  /** `sinceMs`: where an earlier session with the same engine left off (its {@link seenUntilMs}). */
  constructor(ping: Extract<PingResult, { ok: true }>, sinceMs: number | null, listeners: SessionListeners) {
    this.#link = ping.link;
    this.info = ping.info;
    this.docker = createDockerClient(ping.link);
    this.#seenUntilMs = sinceMs ?? ping.engineTimeMs;
    this.#listeners = listeners;
  }

  /** Engine time up to which events were told. */
  get seenUntilMs(): number {
    return this.#seenUntilMs;
  }

  /** Why the engine is no longer there, once {@link live} is over. */
  get lastFailure(): ReturnType<typeof explainConnectionError> {
    return explainConnectionError(this.#lastError);
  }

  /** Watches the engine; resolves when it no longer answers or the session is disposed. Never throws. */
  async live(): Promise<void> {
    let shortLived = 0;
    while (!this.#life.signal.aborted) {
      const startedAtMs = Date.now();
      await this.#watchOnce();
      if (this.#life.signal.aborted || !(await this.#answers())) return;
      shortLived = Date.now() - startedAtMs < steadyMs ? shortLived + 1 : 0;
      if (shortLived > 0) await this.#pause(backoffMs(shortLived), this.#life.signal);
      if (!this.#life.signal.aborted) this.#listeners.onResumed();
    }
  }

  /** Ends every request and stream of this engine. */
  dispose(): void {
    this.#life.abort();
    this.#link.dispose();
  }

  /** One event stream, until it ends or the engine stays silent when asked. */
  async #watchOnce(): Promise<void> {
    const stop = new AbortController();
    const stopped = (): void => stop.abort();
    this.#life.signal.addEventListener('abort', stopped, { once: true });
    const parts = [this.#readEvents(stop.signal), this.#pingWhileSilent(stop.signal)];
    await Promise.race(parts);
    stop.abort();
    await Promise.all(parts);
    this.#life.signal.removeEventListener('abort', stopped);
  }

  async #readEvents(signal: AbortSignal): Promise<void> {
    const replayedUntilMs = this.#seenUntilMs;
    try {
      for await (const event of watchEngineEvents(this.#link, this.#seenUntilMs, signal)) {
        this.#heardAtMs = Date.now();
        if (event.atMs <= replayedUntilMs) continue;
        this.#seenUntilMs = Math.max(this.#seenUntilMs, event.atMs);
        this.#listeners.onEvent(event);
      }
    } catch (error) {
      this.#lastError = causeOf(error);
    }
  }

  async #pingWhileSilent(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#pause(silenceMs, signal);
      if (signal.aborted) return;
      const isSilent = Date.now() - this.#heardAtMs >= silenceMs;
      if (isSilent && !(await this.#answers()) && !(await this.#answers())) return;
    }
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#link.ping(pingTimeoutMs);
      return true;
    } catch (error) {
      this.#lastError = causeOf(error);
      return false;
    }
  }

  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    // Rejects only when the signal aborts, which the callers look at.
    await delay(ms, undefined, { signal }).catch(() => undefined);
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
