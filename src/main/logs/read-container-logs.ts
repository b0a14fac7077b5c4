import { setTimeout as delay } from 'node:timers/promises';
import type { EngineStatus } from '../../shared/contract/engine.ts';
import type { DockerClient } from '../docker/docker-client.ts';
import type { EngineEvent } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { Bell } from '../lib/bell.ts';
import { type LogBatch, LogBuffer } from './log-buffer.ts';
import { LogPosition } from './log-position.ts';
import { createLogLineSplitter, type StampedLine } from './split-log-lines.ts';
import { waitForRestart } from './wait-for-restart.ts';

/** The part of the engine connection that reading logs needs. */
export interface LogEngine {
  client(): Pick<DockerClient, 'logs' | 'inspectContainer'>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  onStatus(listener: (status: Pick<EngineStatus, 'state'>) => void): () => void;
}

export interface ReadLogsOptions {
  /** Id or name. */
  containerId: string;
  tail: number;
  follow: boolean;
}

const batchMs = 50;
/** A log that ends while its container runs is not asked for more often than this. */
const reattachMs = 200;

/**
 * The last `tail` lines of a container in batches (one per 50 ms, at most 1,000 lines), then, with `follow`, new ones
 * through restarts of the container and of the engine, until the container is removed or the signal aborts. The first
 * batch comes even when it is empty. Lines that are not read in time are dropped, oldest first, and counted.
 * @throws AppFailure `not-found`, `engine-unreachable` (at the start), `engine-refused` (a log driver that cannot be read).
 */
export async function* readContainerLogs(
  engine: LogEngine,
  options: ReadLogsOptions,
  signal: AbortSignal,
): AsyncGenerator<LogBatch> {
  const { Id: id, State } = await engine.client().inspectContainer(options.containerId);
  const buffer = new LogBuffer();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const bell = new Bell();
  const filling = fillBuffer(
    engine,
    { ...options, containerId: id, startedAt: State.StartedAt },
    buffer,
    () => bell.ring(),
    stop.signal,
  );
  const end = filling.then(
    () => ({ error: null }),
    (error: unknown) => ({ error }),
  );
  let over: { error: unknown } | null = null;
  void end.then((how) => {
    over = how;
    bell.ring();
  });
  try {
    await pause(batchMs, stop.signal);
    yield buffer.take() ?? { lines: [], dropped: 0 };
    while (!signal.aborted) {
      await pause(batchMs, stop.signal);
      if (buffer.size === 0 && over === null) await bell.wait();
      const batch = buffer.take();
      if (batch !== null) yield batch;
      else if (over !== null) break;
    }
    const { error } = over ?? { error: null };
    if (error !== null && !signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    stop.abort();
    await end;
  }
}

async function fillBuffer(
  engine: LogEngine,
  { containerId, tail, follow, startedAt }: ReadLogsOptions & { startedAt: string },
  buffer: LogBuffer,
  onLine: () => void,
  signal: AbortSignal,
): Promise<void> {
  const position = new LogPosition();
  if (tail === 0) await skipHistory(engine, containerId, position, signal);
  let known = startedAt;
  let from: { tail: number | 'all'; sinceMs?: number } = tail === 0 ? after(position) : { tail };
  for (;;) {
    const splitter = createLogLineSplitter();
    const keep = (lines: StampedLine[]): void => {
      for (const line of lines) if (position.advance(line)) buffer.push(line);
      onLine();
    };
    try {
      const chunks = engine.client().logs(containerId, { ...from, follow, timestamps: true }, signal);
      for await (const chunk of chunks) keep(splitter.push(chunk));
    } catch (error) {
      if (!follow || !isPassing(error)) throw error;
    }
    keep(splitter.flush());
    if (!follow) return;
    await pause(reattachMs, signal);
    const restart = await waitForRestart(engine, containerId, known, signal);
    if (restart === null) return;
    known = restart.startedAt;
    from = after(position);
  }
}

/** Not since the start: the engine notes a start up to some milliseconds after the first line was written. */
function after({ sinceMs }: LogPosition): { tail: 'all'; sinceMs?: number } {
  return sinceMs === null ? { tail: 'all' } : { tail: 'all', sinceMs };
}

/** Moves the position behind the last line there is. */
async function skipHistory(
  engine: LogEngine,
  containerId: string,
  position: LogPosition,
  signal: AbortSignal,
): Promise<void> {
  const splitter = createLogLineSplitter();
  const last = { tail: 1, follow: false, timestamps: true };
  const skip = (lines: StampedLine[]): void => void lines.map((line) => position.advance(line));
  for await (const chunk of engine.client().logs(containerId, last, signal)) skip(splitter.push(chunk));
  skip(splitter.flush());
}

/** The engine went away, or the container while its log was opened: what follows is for `waitForRestart` to find out. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof AppFailure &&
    (error.appError.code === 'engine-unreachable' || error.appError.code === 'not-found')
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Rejects only when the signal aborts, which the callers look at.
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
