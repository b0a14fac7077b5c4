import { AppFailure } from '../lib/app-failure.ts';
import type { LiveSession } from './live-session.ts';

interface Waiter {
  resolve(session: LiveSession): void;
  reject(failure: AppFailure): void;
}

/** Those who wait for a session that is not there yet. */
export class SessionWaiters {
  readonly #waiters = new Set<Waiter>();

  get isEmpty(): boolean {
    return this.#waiters.size === 0;
  }

  /** @throws AppFailure what {@link reject} is given, `cancelled` by the signal */
  wait(signal: AbortSignal): Promise<LiveSession> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => waiter.reject(new AppFailure({ code: 'cancelled' }));
      const settle = (act: () => void): void => {
        this.#waiters.delete(waiter);
        signal.removeEventListener('abort', onAbort);
        act();
      };
      const waiter: Waiter = {
        resolve: (session) => settle(() => resolve(session)),
        reject: (failure) => settle(() => reject(failure)),
      };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  resolve(session: LiveSession): void {
    for (const waiter of this.#waiters) waiter.resolve(session);
  }

  reject(failure: AppFailure): void {
    for (const waiter of this.#waiters) waiter.reject(failure);
  }
}
