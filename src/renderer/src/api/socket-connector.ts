import type { ConnectEnvironment } from './connect-environment.ts';
import { forgetSession, obtainSession } from './obtain-session.ts';
import type { OpenLink } from './open-link.ts';
import { openRpcSocket } from './open-rpc-socket.ts';

export interface ConnectorListener {
  onLink(link: OpenLink): void;
  onLoss(): void;
  onSessionLost(): void;
}

const firstDelayMs = 200;
const maxDelayMs = 5000;

/** Keeps one WebSocket open: connects, and after a loss again with growing pauses, until disposed or refused. */
export class SocketConnector {
  readonly #environment: ConnectEnvironment;
  readonly #listener: ConnectorListener;
  #secret: string | null = null;
  #delayMs = firstDelayMs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: OpenLink | undefined;
  #disposed = false;

  constructor(environment: ConnectEnvironment, listener: ConnectorListener) {
    this.#environment = environment;
    this.#listener = listener;
    void this.#connect();
  }

  async #connect(): Promise<void> {
    const opened = await this.#open();
    if (this.#disposed) {
      if (typeof opened === 'object') opened.close();
    } else if (opened === 'refused') {
      forgetSession(this.#environment);
      this.#listener.onSessionLost();
    } else if (opened === 'unreachable') this.#retryLater();
    else await this.#use(opened);
  }

  async #open(): Promise<OpenLink | 'refused' | 'unreachable'> {
    try {
      this.#secret ??= await obtainSession(this.#environment);
    } catch {
      return 'unreachable';
    }
    return this.#secret === null ? 'refused' : openRpcSocket(this.#environment, this.#secret);
  }

  async #use(link: OpenLink): Promise<void> {
    this.#delayMs = firstDelayMs;
    this.#current = link;
    this.#listener.onLink(link);
    await link.closed;
    this.#current = undefined;
    if (this.#disposed) return;
    this.#listener.onLoss();
    this.#retryLater();
  }

  #retryLater(): void {
    this.#timer = setTimeout(() => void this.#connect(), this.#delayMs);
    this.#delayMs = Math.min(this.#delayMs * 2, maxDelayMs);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#current?.close();
  }
}
