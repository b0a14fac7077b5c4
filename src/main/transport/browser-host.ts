import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { pageLink } from '../../shared/page-link.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { Downloads } from '../platform/downloads.ts';
import { answerDownloadRequest } from './answer-download-request.ts';
import { answerPageRequest } from './answer-page-request.ts';
import { answerSessionRequest } from './answer-session-request.ts';
import { isOwnRequest, type OwnAddress } from './is-own-request.ts';
import { createLaunchTokens } from './launch-tokens.ts';
import { type RendererFiles, rendererBase } from './renderer-files.ts';
import { RpcSockets } from './rpc-sockets.ts';
import { securityHeaders } from './security-headers.ts';
import { sendFile } from './send-file.ts';
import { createSessions } from './sessions.ts';

export interface BrowserHostOptions {
  files: RendererFiles;
  /** Serves the contract to an authorised page: see `createWebSocketRpc`. */
  serve: (socket: WebSocket) => void;
  /** What pages may fetch with a ticket. */
  downloads: Pick<Downloads, 'redeem'>;
  /** Told the number of connected pages after every change. */
  onPageCount: (count: number) => void;
  log: Logger;
  authorisationMs?: number;
  /** How long a client may take to send a request. */
  requestMs?: number;
}

/** One way into the app: an address that opens one window, once. */
export interface WindowTicket {
  url: string;
  /** Resolves when a page has traded the address's token. */
  redeemed: Promise<void>;
}

const httpLimits = { maxHeaderSize: 16 * 1024, headersTimeout: 5000, keepAliveTimeout: 5000 };
const maxConnections = 256;
const originRequired: ReadonlySet<string | undefined> = new Set([
  pageLink.sessionPath,
  pageLink.downloadPath,
]);

/** Loopback server of the window: files under `/howdah/`, the token trade, downloads, the WebSocket; nothing else is answered. */
export class BrowserHost {
  readonly #options: BrowserHostOptions;
  readonly #server: Server;
  readonly #tokens = createLaunchTokens();
  readonly #sessions = createSessions();
  readonly #sockets: RpcSockets;
  #own: OwnAddress = { host: '', origin: '' };

  constructor(options: BrowserHostOptions) {
    this.#options = options;
    const { serve, onPageCount: onCount, log, authorisationMs, requestMs = 10_000 } = options;
    const sessions = this.#sessions;
    this.#sockets = new RpcSockets({
      sessions,
      serve,
      onCount,
      log,
      ...(authorisationMs !== undefined && { authorisationMs }),
    });
    this.#server = createServer({
      ...httpLimits,
      headersTimeout: Math.min(httpLimits.headersTimeout, requestMs),
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1000, requestMs),
    });
    this.#server.maxConnections = maxConnections;
    this.#server.on('request', (request, response) => void this.#answer(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /**
   * Starts listening on 127.0.0.1.
   * @param port 0 lets the system choose.
   * @throws Error (`EADDRINUSE`, `EACCES`) when the port cannot be had.
   */
  async listen(port: number): Promise<OwnAddress> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    this.#own = { host: `127.0.0.1:${address.port}`, origin: `http://127.0.0.1:${address.port}` };
    return this.#own;
  }

  /** A new address with a token of its own. */
  issueTicket(): WindowTicket {
    const { token, redeemed } = this.#tokens.issue();
    return { url: `${this.#own.origin}${rendererBase}#token=${token}`, redeemed };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!isOwnRequest(request, this.#own, originRequired.has(request.url))) {
        end(response, 403);
      } else if (request.url === pageLink.sessionPath) {
        await this.#answerSession(request, response);
      } else if (request.url === pageLink.downloadPath) {
        await this.#answerDownload(request, response);
      } else {
        const site = { files: this.#options.files, connectSources: [`ws://${this.#own.host}`] };
        const answer = await answerPageRequest(site, request.method ?? '', request.url ?? '');
        response.writeHead(answer.status, answer.headers).end(answer.body);
      }
    } catch (error) {
      if (!request.destroyed) this.#options.log.error({ err: error }, 'request failed');
      if (response.headersSent) response.destroy();
      else end(response, 500);
    }
  }

  async #answerSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await answerSessionRequest(request, { tokens: this.#tokens, sessions: this.#sessions });
    if (answer.status === 200) end(response, 200, { secret: answer.secret });
    else end(response, answer.status);
  }

  async #answerDownload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await answerDownloadRequest(request, this.#options.downloads);
    if (answer.status !== 200) return end(response, answer.status);
    try {
      await sendFile(response, answer.file);
    } catch (error) {
      const isGone = error instanceof AppFailure && error.appError.code === 'not-found';
      if (!isGone) this.#options.log.error({ err: error }, 'a file could not be made to its end');
      if (response.headersSent) response.destroy();
      else end(response, isGone ? 410 : 500);
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', (error) => this.#options.log.debug({ err: error }, 'connection failed'));
    if (request.url !== pageLink.rpcPath || request.method !== 'GET') refuseUpgrade(socket, '404 Not Found');
    else if (!isOwnRequest(request, this.#own, true)) refuseUpgrade(socket, '403 Forbidden');
    else if (!this.#sockets.accept(request, socket, head)) refuseUpgrade(socket, '503 Service Unavailable');
  }

  /** Closes every page's socket and connection and stops listening. */
  async dispose(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await this.#sockets.dispose();
    this.#server.closeAllConnections();
    await closed;
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** Ends an answer that is not a file; a refusal ends the connection too, so that its body is never read. */
function end(response: ServerResponse, status: number, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...securityHeaders('none', []),
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    ...(status !== 200 && { Connection: 'close' }),
  });
  response.end(text);
}
