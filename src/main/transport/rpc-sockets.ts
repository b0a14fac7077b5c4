import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { pageLink } from '../../shared/page-link.ts';
import type { Logger } from '../lib/logger.ts';
import type { Sessions } from './sessions.ts';

export interface RpcSocketsOptions {
  sessions: Sessions;
  /** Takes over an authorised socket. */
  serve: (socket: WebSocket) => void;
  /** Told the number of authorised sockets after every change. */
  onCount: (count: number) => void;
  log: Logger;
  authorisationMs?: number;
}

/** Whoever is not known yet may send as much as a page. */
const maxWaiting = 8;
const maxSecretLength = 100;
const goingAwayMs = 1000;

/** WebSockets of pages: each must send its session secret first, within 5 s, or is closed. */
export class RpcSockets {
  readonly #options: RpcSocketsOptions;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: pageLink.maxMessageBytes,
    perMessageDeflate: false,
  });
  readonly #waiting = new Set<WebSocket>();
  readonly #open = new Set<WebSocket>();

  constructor(options: RpcSocketsOptions) {
    this.#options = options;
  }

  /** Completes the handshake of an upgrade whose path, `Host` and `Origin` are checked; false: too many wait. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (this.#waiting.size >= maxWaiting) return false;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#authorise(webSocket));
    return true;
  }

  #authorise(socket: WebSocket): void {
    const { sessions, authorisationMs = 5000, log } = this.#options;
    this.#waiting.add(socket);
    const timer = setTimeout(() => socket.close(pageLink.notAuthorisedCode), authorisationMs);
    const leave = (): void => {
      clearTimeout(timer);
      this.#waiting.delete(socket);
    };
    socket.on('error', (error) => log.debug({ err: error }, 'socket of a page failed'));
    socket.once('close', leave);
    socket.once('message', (data: RawData, isBinary: boolean) => {
      const secret = isBinary ? null : readSecret(data);
      leave();
      if (secret === null || !sessions.has(secret)) {
        socket.close(pageLink.notAuthorisedCode);
        return;
      }
      this.#serve(socket);
    });
  }

  #serve(socket: WebSocket): void {
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#options.onCount(this.#open.size);
    });
    this.#options.serve(socket);
    socket.send(pageLink.ready);
    this.#options.onCount(this.#open.size);
  }

  /** Closes every socket (1001), by force after a second. */
  async dispose(): Promise<void> {
    await Promise.all([...this.#waiting, ...this.#open].map(closeSocket));
    this.#server.close();
  }
}

function readSecret(data: RawData): string | null {
  return Buffer.isBuffer(data) && data.byteLength <= maxSecretLength ? data.toString('utf8') : null;
}

function closeSocket(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), goingAwayMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}
