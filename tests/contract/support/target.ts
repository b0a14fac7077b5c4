import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { createDownloads, type Downloads } from '../../../src/main/platform/downloads.ts';
import { BrowserHost } from '../../../src/main/transport/browser-host.ts';
import { createWebSocketRpc } from '../../../src/main/transport/create-web-socket-rpc.ts';
import { listRendererFiles } from '../../../src/main/transport/renderer-files.ts';
import { createMemoryLog } from './memory-log.ts';
import { makePageFiles } from './page-files.ts';
import { rawRequest, sendRaw, statusOf } from './raw-request.ts';
import { sampleRouter } from './sample-router.ts';

const requestMs = 3000;

/** How a socket is opened; an empty origin sends none. */
export interface SocketAttempt {
  path?: string;
  origin?: string;
  hostHeader?: string;
}

/** A browser host under attack, and what an attacker can send it. */
export interface Target {
  port: number;
  own: { host: string; origin: string };
  downloads: Downloads;
  issueToken(): string;
  /** Trades a token as our page does, except for what is given. */
  post(body: string, headers?: Record<string, string>): Promise<string>;
  openSession(): Promise<string>;
  openSocket(attempt?: SocketAttempt): WebSocket;
  /** What becomes of a socket whose first message is `message`: the first answer, or the close code. */
  greet(message: string | Buffer | null): Promise<string | number>;
  /** Whatever was sent: the server lives on, lets the rightful page in and has logged no failure of its own. */
  expectAlive(): Promise<void>;
  dispose(): Promise<void>;
}

export async function startTarget(authorisationMs = 2000): Promise<Target> {
  const { root, renderer } = await makePageFiles();
  await symlink(join(root, 'secret.txt'), join(renderer, 'assets', 'link.txt'));
  const { log, lines } = createMemoryLog();
  const seen = new Map<string, string>();
  const serve = createWebSocketRpc({ router: sampleRouter, createContext: () => ({ seen }), log });
  const files = await listRendererFiles(renderer);
  const downloads = createDownloads();
  const host = new BrowserHost({
    files,
    serve,
    downloads,
    onPageCount: () => {},
    log,
    authorisationMs,
    requestMs,
  });
  const own = await host.listen(0);
  const port = Number(own.host.split(':')[1]);
  const target: Target = {
    port,
    own,
    downloads,
    issueToken: () => new URL(host.issueTicket().url).hash.replace('#token=', ''),
    post(body, headers = {}) {
      const type = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
      const all = { Host: own.host, Origin: own.origin, ...type, ...headers };
      return sendRaw(port, rawRequest('POST', '/howdah/session', all, body));
    },
    async openSession() {
      const answer = await target.post(JSON.stringify({ token: target.issueToken() }));
      expect(statusOf(answer)).toBe(200);
      return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))).secret;
    },
    openSocket({ path = '/howdah/rpc', origin = own.origin, hostHeader } = {}) {
      const headers = hostHeader === undefined ? {} : { Host: hostHeader };
      const options = origin === '' ? { headers } : { origin, headers };
      return new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
    },
    greet: (message) => greet(target.openSocket(), message),
    async expectAlive() {
      expect(await target.greet(await target.openSession())).toBe('ready');
      expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
    },
    async dispose() {
      await host.dispose();
      await rm(root, { recursive: true });
    },
  };
  return target;
}

function greet(socket: WebSocket, message: string | Buffer | null): Promise<string | number> {
  return new Promise((resolve) => {
    socket.on('open', () => message !== null && socket.send(message));
    socket.on('message', (data) => {
      resolve(String(data));
      socket.terminate();
    });
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => undefined);
  });
}
