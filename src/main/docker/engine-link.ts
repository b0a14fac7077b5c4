import type { Agent, IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import { AppFailure } from '../lib/app-failure.ts';
import { limitConcurrency } from '../lib/limit-concurrency.ts';
import { createDockerode } from './create-dockerode.ts';
import { explainRefusal, type RequestSubject, readRefusal } from './docker-errors.ts';
import { countConnections, createEngineAgent } from './engine-agent.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { explainConnectionError } from './explain-connection-error.ts';
import { readPingHeaders } from './read-ping-headers.ts';

export interface CallOptions {
  subject?: RequestSubject | undefined;
  signal?: AbortSignal | undefined;
  /** Default one minute; null for calls that answer late by nature (stop, load). */
  timeoutMs?: number | null;
}

const defaultTimeoutMs = 60_000;
/** Short calls at a time, so that a page of inspects cannot flood the engine. Streams and long calls do not count. */
const maxShortCalls = 24;

/**
 * One engine behind dockerode, with what dockerode leaves to its user: a deadline for every call (an answer that breaks
 * off in its middle settles none of dockerode's promises), an end for every stream, and failures as `AppFailure`.
 * All that it opened ends with {@link dispose}.
 */
export class EngineLink {
  readonly docker: Dockerode;
  readonly #agent: Agent;
  readonly #underWay = new Set<AbortController>();
  readonly #short = limitConcurrency(maxShortCalls);
  #isDisposed = false;

  /** @throws Error for an endpoint that cannot be dialled. */
  constructor(readonly candidate: EngineCandidate) {
    this.#agent = createEngineAgent(candidate.endpoint);
    this.docker = createDockerode(candidate.endpoint, this.#agent);
  }

  /**
   * Runs a call that answers once. The signal handed to `work` goes to dockerode as `abortSignal`. The deadline begins
   * with the work, not with the wait for a place among the short calls.
   */
  async call<T>(options: CallOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { timeoutMs = defaultTimeoutMs, signal } = options;
    const stop = this.#begin(signal);
    const run = (): Promise<T> => runUntilAbort(stop, timeoutMs, work);
    try {
      const answer = timeoutMs === null ? run() : this.#short(run);
      return await Promise.race([answer, rejectOnAbort(stop.signal)]);
    } catch (error) {
      throw this.failure(error, options);
    } finally {
      this.#end(stop, signal);
    }
  }

  /** Headers of the engine's cheapest answer. @throws AppFailure. */
  ping(timeoutMs: number): Promise<IncomingHttpHeaders> {
    return this.call({ timeoutMs }, (signal) =>
      readPingHeaders(this.candidate.endpoint, this.#agent, signal),
    );
  }

  /** Opens a stream, which is destroyed when the signal aborts or the link is disposed. */
  async stream<S extends Readable>(
    options: Omit<CallOptions, 'timeoutMs'>,
    open: (signal: AbortSignal) => Promise<NodeJS.ReadableStream>,
  ): Promise<S> {
    const stop = this.#begin(options.signal);
    try {
      stop.signal.throwIfAborted();
      const body = (await Promise.race([open(stop.signal), rejectOnAbort(stop.signal)])) as S;
      stop.signal.addEventListener('abort', () => body.destroy(), { once: true });
      body.once('close', () => this.#end(stop, options.signal));
      return body;
    } catch (error) {
      this.#end(stop, options.signal);
      throw this.failure(error, options);
    }
  }

  /** What broke a call or a stream of this engine, for the features. */
  failure(error: unknown, { signal, subject }: CallOptions): AppFailure {
    if (error instanceof AppFailure) return error;
    if (signal?.aborted) return new AppFailure({ code: 'cancelled' }, { cause: error });
    const refusal = readRefusal(error);
    if (refusal !== null) return new AppFailure(explainRefusal(refusal, subject), { cause: error });
    const { id, source, label, address } = this.candidate;
    const attempt = { candidateId: id, source, label, address, failure: explainConnectionError(error) };
    return new AppFailure({ code: 'engine-unreachable', tried: [attempt] }, { cause: error });
  }

  /** Connections that are open, idle ones included; those that `exec` took over are not counted. */
  get connectionCount(): number {
    return countConnections(this.#agent);
  }

  /** Calls and streams that have not ended. */
  get underWayCount(): number {
    return this.#underWay.size;
  }

  /** Ends every call and stream; those who wait, and those who call later, get `engine-unreachable`. */
  dispose(): void {
    this.#isDisposed = true;
    for (const stop of this.#underWay) stop.abort(closedError());
    this.#agent.destroy();
  }

  readonly #onAbortOf = new WeakMap<AbortController, () => void>();

  #begin(signal: AbortSignal | undefined): AbortController {
    const stop = new AbortController();
    this.#underWay.add(stop);
    // Node's agent opens new connections even after its destroy().
    if (this.#isDisposed) stop.abort(closedError());
    if (signal === undefined) return stop;
    const onAbort = (): void => stop.abort(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    this.#onAbortOf.set(stop, onAbort);
    return stop;
  }

  #end(stop: AbortController, signal: AbortSignal | undefined): void {
    this.#underWay.delete(stop);
    const onAbort = this.#onAbortOf.get(stop);
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
  }
}

/** Lets go of `work` when the signal aborts, since dockerode may never settle. Work that comes too late never begins. */
async function runUntilAbort<T>(
  stop: AbortController,
  timeoutMs: number | null,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop.signal.throwIfAborted();
  const timer =
    timeoutMs === null ? undefined : setTimeout(() => stop.abort(timeoutError(timeoutMs)), timeoutMs);
  try {
    return await Promise.race([work(stop.signal), rejectOnAbort(stop.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function timeoutError(timeoutMs: number): Error {
  return Object.assign(new Error(`No answer within ${timeoutMs / 1000} s`), { code: 'ETIMEDOUT' });
}

function closedError(): Error {
  return Object.assign(new Error('The connection to the engine was closed'), { code: 'ECONNRESET' });
}
