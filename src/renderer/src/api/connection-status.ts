import { ConnectionLostError } from './connection-lost-error.ts';
import type { OpenLink } from './open-link.ts';

/**
 * - `connecting`: not yet
 * - `connected`: calls go through; after any earlier state everything shown may be stale
 * - `reconnecting`: tries by itself until it succeeds
 * - `session-lost`: for good; the window has to be opened anew from the app
 */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'session-lost';

const waitForLinkMs = 5000;

/** The connection's state, its present link, and who wants to know. */
export class ConnectionStatus {
  #state: ConnectionState = 'connecting';
  #live: OpenLink | null = null;
  readonly #listeners = new Set<(state: ConnectionState) => void>();

  get state(): ConnectionState {
    return this.#state;
  }

  onLink(live: OpenLink): void {
    this.#change('connected', live);
  }

  onLoss(): void {
    this.#change('reconnecting', null);
  }

  onSessionLost(): void {
    this.#change('session-lost', null);
  }

  subscribe(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The present link, or the next one if it comes within five seconds.
   * @throws ConnectionLostError when it does not; the signal's reason when the caller gives up first.
   */
  waitForLink(signal: AbortSignal | undefined): Promise<OpenLink> {
    signal?.throwIfAborted();
    if (this.#live !== null) return Promise.resolve(this.#live);
    if (this.#state === 'session-lost') return Promise.reject(new ConnectionLostError());
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
        signal?.removeEventListener('abort', abort);
      };
      const fail = (error: unknown): void => {
        stop();
        reject(error);
      };
      const abort = (): void => fail(signal?.reason);
      const timer = setTimeout(() => fail(new ConnectionLostError()), waitForLinkMs);
      const unsubscribe = this.subscribe((state) => {
        if (this.#live !== null) {
          stop();
          resolve(this.#live);
        } else if (state === 'session-lost') fail(new ConnectionLostError());
      });
      signal?.addEventListener('abort', abort);
    });
  }

  #change(state: ConnectionState, live: OpenLink | null): void {
    this.#state = state;
    this.#live = live;
    for (const listener of [...this.#listeners]) listener(state);
  }

  /** Fails who still waits and tells nobody anything any more. */
  dispose(): void {
    this.#change('session-lost', null);
    this.#listeners.clear();
  }
}
