import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
  type RequestOptions,
} from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { type Duplex, pipeline, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { explainConnectionError, explainRefusal, type RequestSubject } from './docker-errors.ts';
import type { EngineCandidate } from './engine-candidate.ts';

export interface EngineRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  /** Without a version: the engine answers in its own newest. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  json?: unknown;
  tar?: Readable | Buffer;
  signal?: AbortSignal | undefined;
  subject?: RequestSubject;
  /** For calls that answer late by nature (stop, load): no deadline, and a connection of their own. */
  long?: boolean;
  timeoutMs?: number;
}

const defaultTimeoutMs = 60_000;
/** Short calls share this many connections, so that a page of inspects cannot flood the engine. */
const maxPooledConnections = 24;

/**
 * HTTP to one engine: a bounded keep-alive pool for short calls, a connection each for streams. Everything it opened
 * ends with {@link dispose}. All failures are `AppFailure`.
 */
export class EngineHttp {
  readonly #pool: Agent;
  readonly #single: Agent;
  readonly #open = new Set<Duplex>();

  constructor(readonly candidate: EngineCandidate) {
    const { endpoint } = candidate;
    const Kind = endpoint.kind === 'tcp' && endpoint.tls !== null ? TlsAgent : PlainAgent;
    this.#pool = new Kind({ keepAlive: true, maxSockets: maxPooledConnections, maxFreeSockets: 4 });
    this.#single = new Kind({ keepAlive: false });
  }

  /** Sends a request and parses the whole answer as JSON (undefined when it is empty). */
  async json<T>(request: EngineRequest): Promise<T> {
    const deadline = request.long ? undefined : (request.timeoutMs ?? defaultTimeoutMs);
    const body = await this.#guard(request, async () => {
      const response = await this.#send(request, request.long ? this.#single : this.#pool, deadline);
      return text(await this.#accept(response, request));
    });
    if (body === '') return undefined as T;
    try {
      return JSON.parse(body) as T;
    } catch (cause) {
      throw new AppFailure(
        { code: 'engine-refused', status: 200, reason: 'The engine did not answer in JSON.' },
        { cause },
      );
    }
  }

  /** Sends a request and answers its body as a stream, on a connection of its own. */
  stream(request: EngineRequest): Promise<IncomingMessage> {
    return this.#guard(request, async () => {
      const response = await this.#send(request, this.#single, undefined);
      return this.#accept(response, request);
    });
  }

  /** Headers of an answer without a body, such as that of `/_ping`. */
  async headers(request: EngineRequest): Promise<IncomingMessage['headers']> {
    return this.#guard(request, async () => {
      const response = await this.#send(request, this.#pool, request.timeoutMs ?? defaultTimeoutMs);
      await text(await this.#accept(response, request));
      return response.headers;
    });
  }

  /** Takes a connection over after `101 UPGRADED`: raw bytes both ways. */
  upgrade(request: EngineRequest): Promise<Duplex> {
    return this.#guard(
      request,
      () =>
        new Promise<Duplex>((resolve, reject) => {
          const outgoing = this.#start(request, this.#single, { Connection: 'Upgrade', Upgrade: 'tcp' });
          outgoing.on('error', reject);
          outgoing.once('response', (response) => {
            this.#accept(response, request).then(() => {
              response.destroy();
              reject(new Error('The engine did not hand over the connection.'));
            }, reject);
          });
          outgoing.once('upgrade', (_response, socket, head) => {
            if (head.length > 0) socket.unshift(head);
            this.#open.add(socket);
            socket.once('close', () => this.#open.delete(socket));
            resolve(socket);
          });
          outgoing.end(request.json === undefined ? undefined : JSON.stringify(request.json));
        }),
    );
  }

  /** Turns what broke a stream of this engine into an `AppFailure`. */
  failure(error: unknown, signal: AbortSignal | undefined): AppFailure {
    if (error instanceof AppFailure) return error;
    if (signal?.aborted) return new AppFailure({ code: 'cancelled' }, { cause: error });
    const { id, source, label, address } = this.candidate;
    const attempt = { candidateId: id, source, label, address, failure: explainConnectionError(error) };
    const appError: AppError = { code: 'engine-unreachable', tried: [attempt] };
    return new AppFailure(appError, { cause: error });
  }

  /** Connections that are open, idle ones included. */
  get connectionCount(): number {
    const pooled = [this.#pool, this.#single].flatMap((agent) => [
      ...Object.values(agent.sockets),
      ...Object.values(agent.freeSockets),
    ]);
    return this.#open.size + pooled.reduce((sum, sockets) => sum + (sockets?.length ?? 0), 0);
  }

  /** Ends every request and stream; those who wait get `engine-unreachable`. */
  dispose(): void {
    this.#pool.destroy();
    this.#single.destroy();
    for (const socket of this.#open) socket.destroy();
  }

  async #guard<T>(request: EngineRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.failure(error, request.signal);
    }
  }

  async #accept(response: IncomingMessage, request: EngineRequest): Promise<IncomingMessage> {
    const status = response.statusCode ?? 0;
    if (status < 400) return response;
    const message = readMessage(await text(response));
    throw new AppFailure(explainRefusal({ status, message }, request.subject));
  }

  #send(request: EngineRequest, agent: Agent, timeoutMs: number | undefined): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = this.#start(request, agent, {});
      const timer =
        timeoutMs === undefined
          ? undefined
          : setTimeout(() => outgoing.destroy(timeoutError(timeoutMs)), timeoutMs);
      outgoing.once('close', () => clearTimeout(timer));
      outgoing.on('error', reject);
      outgoing.once('response', resolve);
      const body = request.json === undefined ? request.tar : JSON.stringify(request.json);
      if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) outgoing.end(body);
      // An engine that refuses answers before the upload is over: its answer says why, the broken pipe does not.
      else pipeline(body, outgoing, (error) => error && reject(error));
    });
  }

  #start(request: EngineRequest, agent: Agent, extra: Record<string, string>): ClientRequest {
    const { endpoint } = this.candidate;
    const options: RequestOptions = { agent, method: request.method, path: pathOf(request), headers: extra };
    if (request.signal !== undefined) options.signal = request.signal;
    if (request.json !== undefined) options.headers = { ...extra, 'Content-Type': 'application/json' };
    if (request.tar !== undefined) options.headers = { ...extra, 'Content-Type': 'application/x-tar' };
    switch (endpoint.kind) {
      case 'socket':
        return plainRequest({ ...options, socketPath: endpoint.path });
      case 'tcp': {
        const target = { ...options, host: endpoint.host, port: endpoint.port };
        if (endpoint.tls === null) return plainRequest(target);
        const { ca, cert, key, verify } = endpoint.tls;
        return tlsRequest({ ...target, ca, cert, key, rejectUnauthorized: verify });
      }
      case 'ssh':
        throw new Error('Engines behind ssh are not supported.');
      case 'invalid':
        throw new Error(endpoint.detail);
    }
  }
}

function pathOf(request: EngineRequest): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(key, String(value));
  }
  return query.size === 0 ? request.path : `${request.path}?${query}`;
}

function readMessage(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null) {
      if ('message' in parsed && typeof parsed.message === 'string') return parsed.message;
      if ('cause' in parsed && typeof parsed.cause === 'string') return parsed.cause;
    }
  } catch {
    // Proxies and old engines answer in plain text.
  }
  return body;
}

function timeoutError(timeoutMs: number): Error {
  return Object.assign(new Error(`No answer within ${timeoutMs / 1000} s`), { code: 'ETIMEDOUT' });
}
