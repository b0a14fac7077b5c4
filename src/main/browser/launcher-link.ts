import { connect, type Socket } from 'node:net';
import { type LauncherAnswer, launcherAnswerSchema, readMessages, sendMessage } from './launcher-messages.ts';
import type { Ticket } from './open-window.ts';

/** `ECONNRESET`: the other closed its socket while this connection waited to be taken. */
const nobodyListens: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET']);

/** Connection to another process that works, or wants to work, on the same data directory. */
export class LauncherLink {
  readonly #socket: Socket;
  readonly #gone: Promise<void>;
  #onTicket: (url: string) => void = () => undefined;
  #onRedeemed: () => void = () => undefined;
  #onFirst: () => void = () => undefined;
  readonly #first = new Promise<void>((resolve) => {
    this.#onFirst = resolve;
  });

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#gone = new Promise((resolve) => socket.once('close', () => resolve()));
    readMessages(socket, launcherAnswerSchema, (answer) => this.#take(answer));
  }

  /**
   * Connects; null when nobody listens there.
   * @throws Error (`EACCES`, …) when the socket belongs to somebody else.
   */
  static open(path: string): Promise<LauncherLink | null> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      const fail = (error: NodeJS.ErrnoException): void => {
        if (nobodyListens.has(error.code ?? '')) resolve(null);
        else reject(error);
      };
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.off('error', fail);
        resolve(new LauncherLink(socket));
      });
    });
  }

  /** Waits until the other knows whether it is the first: true, or false when it gave up. */
  isFirst(): Promise<boolean> {
    return Promise.race([this.#first.then(() => true), this.#gone.then(() => false)]);
  }

  /**
   * Asks the first for an address for one window.
   * @throws Error when the first ends meanwhile.
   */
  async newTicket(): Promise<Ticket> {
    const redeemed = new Promise<void>((resolve) => {
      this.#onRedeemed = resolve;
    });
    const url = new Promise<string>((resolve) => {
      this.#onTicket = resolve;
    });
    sendMessage(this.#socket, { ask: 'window' });
    const answer = await Promise.race([url, this.#gone]);
    if (answer === undefined) throw new Error('The running Howdah ended; start it again');
    return { url: answer, redeemed };
  }

  #take(answer: LauncherAnswer): void {
    if (answer.kind === 'first') this.#onFirst();
    else if (answer.kind === 'ticket') this.#onTicket(answer.url);
    else this.#onRedeemed();
  }

  dispose(): void {
    this.#socket.destroy();
  }
}
