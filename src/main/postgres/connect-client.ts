import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { ServerNotice } from './console-connection.ts';
import { openRoute } from './open-route.ts';
import type { ServerTarget } from './server-target.ts';

export interface ConnectOptions {
  /** Instead of the database of the credentials. */
  database?: string;
  /** From the first packet to "ready for query". */
  connectTimeoutMs: number;
  /** Of every statement; 0: none. */
  statementTimeoutMs: number;
  /** Transactions write nothing unless they ask to. */
  readOnly?: boolean;
  /** What the session's settings begin with, and what `RESET` goes back to. */
  settings?: Readonly<Record<string, string>>;
  applicationName?: string;
  /** Put between the connection and `pg`; ends with the connection and ends it. Parameters: see below. */
  tap?: (stream: Duplex, parameters: ReadonlyMap<string, string>) => Duplex;
  /** Also of what the server says while it connects. */
  onNotice?: (notice: ServerNotice) => void;
  signal?: AbortSignal | undefined;
}

/** A connected `pg` client and the stream below it, which the owner destroys. */
export interface ConnectedClient {
  client: pg.Client;
  stream: Duplex;
  database: string;
  /** What a cancel request names. */
  backend: BackendKey;
  /** The server's last word on every setting that it reports. */
  parameters: ReadonlyMap<string, string>;
}

export interface BackendKey {
  pid: number;
  secretKey: number;
}

/**
 * Opens one connection. Nothing is taken from this process's PG* variables or ~/.pgpass: they are about other servers.
 * @throws whatever `pg`, the network or the tunnel says; nothing stays open then.
 */
export async function connectClient(target: ServerTarget, options: ConnectOptions): Promise<ConnectedClient> {
  options.signal?.throwIfAborted();
  const route = await openRoute(target.route);
  const parameters = new Map<string, string>();
  const stream = asSocket(options.tap?.(route, parameters) ?? route);
  const database = options.database ?? target.credentials.database;
  const client = new pg.Client(clientConfig(target, { ...options, database }, stream));
  const backend = { pid: 0, secretKey: 0 };
  client.connection.on('backendKeyData', (key: { processID: number; secretKey: number }) => {
    Object.assign(backend, { pid: key.processID, secretKey: key.secretKey });
  });
  client.connection.on('parameterStatus', (status: { parameterName: string; parameterValue: string }) => {
    parameters.set(status.parameterName, status.parameterValue);
  });
  client.on('notice', ({ severity = '', code = '', message = '', detail = null, hint = null }) =>
    options.onNotice?.({ severity, sqlState: code, message, detail, hint }),
  );
  // `pg` listens from its connect() on and reports what it hears; before and after, nobody would.
  stream.on('error', () => undefined);
  // Without a listener a connection lost while idle would end the process. Queries under way reject by themselves.
  client.on('error', () => stream.destroy());
  const abort = () => stream.destroy(new Error('aborted'));
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    // While the route was opened nobody listened.
    options.signal?.throwIfAborted();
    await client.connect();
    options.signal?.throwIfAborted();
    return { client, stream, database, backend, parameters };
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

function clientConfig(
  { credentials }: ServerTarget,
  options: ConnectOptions & { database: string },
  stream: Duplex,
): pg.ClientConfig {
  const settings = [`statement_timeout=${options.statementTimeoutMs}`];
  if (options.readOnly === true) settings.push('default_transaction_read_only=on');
  for (const [name, value] of Object.entries(options.settings ?? {})) {
    settings.push(`${name}=${value.replaceAll(/[\\\s]/g, '\\$&')}`);
  }
  return {
    // Any, as the stream is connected by itself: without, `pg` would look into PGHOST and PGPORT.
    ...{ host: 'route', port: 1 },
    user: credentials.user,
    database: options.database,
    // A function, as an empty or absent value would make `pg` look into PGPASSWORD and ~/.pgpass.
    password: () => credentials.password ?? '',
    ssl: false,
    stream: () => stream as Socket,
    application_name: options.applicationName ?? 'howdah',
    // Not `statement_timeout`: an empty `options` would let PGOPTIONS of this process through.
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: options.connectTimeoutMs,
  };
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
