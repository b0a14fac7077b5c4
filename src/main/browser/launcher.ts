import { chmod, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import {
  type LauncherAnswer,
  launcherRequestSchema,
  readMessages,
  sendMessage,
} from './launcher-messages.ts';
import type { Ticket } from './open-window.ts';

/** Listens for other starts on the same data directory. Says nothing until this process knows that it is the first. */
export class Launcher {
  readonly #server: Server;
  readonly #path: string;
  readonly #sockets = new Set<Socket>();
  #isFirst = false;
  #serve: (newTicket: () => Ticket) => void = () => undefined;
  readonly #newTicket = new Promise<() => Ticket>((resolve) => {
    this.#serve = resolve;
  });

  private constructor(server: Server, path: string) {
    this.#server = server;
    this.#path = path;
    server.on('connection', (socket) => this.#take(socket));
  }

  /**
   * Listens on a unix socket of mode 0600. It gets its name only once it answers, so that a socket which refuses
   * connections is always one that nobody owns any more.
   */
  static async openSocket(path: string): Promise<Launcher> {
    const server = createServer();
    await listen(server, `${path}.new`);
    const launcher = new Launcher(server, path);
    await chmod(`${path}.new`, 0o600);
    await rename(`${path}.new`, path);
    return launcher;
  }

  /** Listens on a named pipe; null when another process has it. */
  static async openPipe(path: string): Promise<Launcher | null> {
    const server = createServer();
    try {
      await listen(server, path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
      throw error;
    }
    return new Launcher(server, path);
  }

  /** Tells everyone who asks that this process is the first. */
  announce(): void {
    this.#isFirst = true;
    for (const socket of this.#sockets) send(socket, { kind: 'first' });
  }

  /** Answers later starts; until this is called they wait. */
  serve(newTicket: () => Ticket): void {
    this.#serve(newTicket);
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    readMessages(socket, launcherRequestSchema, () => void this.#answer(socket));
    if (this.#isFirst) send(socket, { kind: 'first' });
  }

  async #answer(socket: Socket): Promise<void> {
    const newTicket = await this.#newTicket;
    const { url, redeemed } = newTicket();
    send(socket, { kind: 'ticket', url });
    await redeemed;
    send(socket, { kind: 'redeemed' });
  }

  async dispose(): Promise<void> {
    await rm(this.#path, { force: true });
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }
}

function send(socket: Socket, answer: LauncherAnswer): void {
  sendMessage(socket, answer);
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
