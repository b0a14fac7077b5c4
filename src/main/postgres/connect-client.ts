import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { ServerTarget } from './server-target.ts';

export interface ConnectOptions {
  /** Instead of the database of the credentials. */
  database?: string;
  /** From the first packet to "ready for query". */
  connectTimeoutMs: number;
  /** Of every statement; 0: none. */
  statementTimeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** A connected `pg` client and the stream below it, which the owner destroys. */
export interface ConnectedClient {
  client: pg.Client;
  stream: Duplex;
}

/**
 * Opens one connection. Nothing is taken from this process's PG* variables or ~/.pgpass: they are about other servers.
 * @throws whatever `pg`, the network or the tunnel says; nothing stays open then.
 */
export async function connectClient(target: ServerTarget, options: ConnectOptions): Promise<ConnectedClient> {
  options.signal?.throwIfAborted();
  const { route, credentials } = target;
  const stream = route.kind === 'tunnel' ? asSocket(await route.open()) : new Socket();
  const address =
    route.kind === 'tunnel' ? { host: 'tunnel', port: 1 } : { host: route.host, port: route.port };
  const client = new pg.Client({
    ...address,
    user: credentials.user,
    database: options.database ?? credentials.database,
    // A function, as an empty or absent value would make `pg` look into PGPASSWORD and ~/.pgpass.
    password: () => credentials.password ?? '',
    ssl: false,
    stream: () => stream as Socket,
    application_name: 'howdah',
    // Not `statement_timeout`: an empty `options` would let PGOPTIONS of this process through.
    options: `-c statement_timeout=${options.statementTimeoutMs}`,
    connectionTimeoutMillis: options.connectTimeoutMs,
  });
  // `pg` listens from its connect() on and reports what it hears; before and after, nobody would.
  stream.on('error', () => undefined);
  // Without a listener a connection lost while idle would end the process. Queries under way reject by themselves.
  client.on('error', () => stream.destroy());
  const abort = () => stream.destroy(new Error('aborted'));
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    await client.connect();
    options.signal?.throwIfAborted();
    return { client, stream };
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

/** Gives a duplex stream the few methods of a socket that `pg` calls, and ends it with the other side. */
function asSocket(duplex: Duplex): Duplex {
  duplex.once('end', () => duplex.destroy());
  return Object.assign(duplex, {
    connect: () => queueMicrotask(() => duplex.emit('connect')),
    setNoDelay: () => duplex,
    setKeepAlive: () => duplex,
    ref: () => duplex,
    unref: () => duplex,
  });
}
