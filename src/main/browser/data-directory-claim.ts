import { chmod, link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { launcherAddress } from './launcher-address.ts';
import {
  launcherAnswerSchema,
  launcherRequestSchema,
  readMessages,
  sendMessage,
} from './launcher-messages.ts';
import type { Ticket } from './open-window.ts';

/** This process owns the data directory: it answers later starts until disposed. */
export interface FirstStart {
  role: 'first';
  /** Until this is called, later starts wait for their answer. */
  serve(newTicket: () => Ticket): void;
  dispose(): Promise<void>;
}

/** Another process owns it and hands out tickets. */
export interface SecondStart {
  role: 'second';
  newTicket(): Promise<Ticket>;
  dispose(): Promise<void>;
}

/**
 * Makes sure that one process works on a data directory at a time.
 * @throws Error when the socket can neither be made nor reached.
 */
export async function claimDataDirectory(dataDir: string): Promise<FirstStart | SecondStart> {
  const address = launcherAddress(dataDir);
  if (process.platform !== 'win32') await makePrivateDir(dirname(address));
  for (;;) {
    const server = await tryListen(address);
    if (server !== null) return firstStart(server);
    const stale = await identify(address);
    const socket = await tryConnect(address);
    if (socket !== null) return secondStart(socket);
    await removeStale(address, stale);
  }
}

async function makePrivateDir(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(dir);
  if (uid !== process.getuid?.()) throw new Error(`${dir} belongs to another user`);
  if ((mode & 0o077) !== 0) await chmod(dir, 0o700);
}

async function tryListen(address: string): Promise<Server | null> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(address, () => resolve(true));
  });
  if (!isListening) return null;
  if (process.platform !== 'win32') await chmod(address, 0o600);
  return server;
}

function tryConnect(address: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
  });
}

async function identify(address: string): Promise<string | null> {
  const stat = await lstat(address, { bigint: true }).catch(() => null);
  return stat && `${stat.ino}/${stat.birthtimeNs}`;
}

/** Removes a socket that nobody answers, and only that: another start may have put a live one there meanwhile. */
async function removeStale(address: string, stale: string | null): Promise<void> {
  const aside = `${address}.${process.pid}`;
  try {
    await rename(address, aside);
  } catch {
    return;
  }
  if ((await identify(aside)) !== stale) await link(aside, address).catch(() => undefined);
  await rm(aside, { force: true });
}

function firstStart(server: Server): FirstStart {
  const sockets = new Set<Socket>();
  let serve: (newTicket: () => Ticket) => void = () => undefined;
  const ready = new Promise<() => Ticket>((resolve) => {
    serve = resolve;
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    readMessages(socket, launcherRequestSchema, () => void answer(socket, ready));
  });
  return {
    role: 'first',
    serve: (newTicket) => serve(newTicket),
    dispose: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function answer(socket: Socket, ready: Promise<() => Ticket>): Promise<void> {
  const { url, redeemed } = (await ready)();
  sendMessage(socket, { url });
  await redeemed;
  sendMessage(socket, { redeemed: true });
}

function secondStart(socket: Socket): SecondStart {
  let onAnswer: (answer: { url: string } | { redeemed: true }) => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    socket.once('close', () => reject(new Error('The running Howdah ended')));
  });
  gone.catch(() => undefined);
  readMessages(socket, launcherAnswerSchema, (answer) => onAnswer(answer));
  return {
    role: 'second',
    newTicket() {
      let redeem = (): void => undefined;
      const redeemed = new Promise<void>((resolve) => {
        redeem = resolve;
      });
      const ticket = new Promise<Ticket>((resolve) => {
        onAnswer = (answer) => ('url' in answer ? resolve({ url: answer.url, redeemed }) : redeem());
      });
      sendMessage(socket, { ask: 'window' });
      return Promise.race([ticket, gone]);
    },
    async dispose() {
      socket.destroy();
    },
  };
}
