import { useEffect, useState } from 'react';
import type { LogLine } from '../../../shared/contract/logs.ts';
import { toCallFailure, type WindowError } from './call-failure.ts';
import { client } from './client.ts';
import { onConnected } from './on-connected.ts';

/** Where the lines go: a bounded buffer outside React. */
export interface LogSink {
  append(lines: readonly LogLine[], dropped: number): void;
  clear(): void;
}

export interface LogReading {
  containerId: string;
  tail: number;
  follow: boolean;
}

/** `reading`: lines may still come. `ended`: all of them are here. */
export type LogState = { state: 'reading' | 'ended' } | { state: 'failed'; error: WindowError };

/**
 * Reads a container's log into `sink` while mounted: anew (the sink cleared) when `reading` changes, after a lost
 * connection, and on `again()`.
 */
export function useLog(
  { containerId, tail, follow }: LogReading,
  sink: LogSink,
): LogState & { again: () => void } {
  const [state, setState] = useState<LogState>({ state: 'reading' });
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt((count) => count + 1);

  useEffect(() => onConnected(() => setAttempt((count) => count + 1)), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads the same log again
  useEffect(() => {
    const life = new AbortController();
    setState({ state: 'reading' });
    void readLog({ containerId, tail, follow }, sink, life.signal).then((end) => {
      if (!life.signal.aborted) setState(end);
    });
    return () => life.abort();
  }, [sink, containerId, tail, follow, attempt]);

  return { ...state, again };
}

async function readLog(reading: LogReading, sink: LogSink, signal: AbortSignal): Promise<LogState> {
  sink.clear();
  try {
    for await (const { lines, dropped } of await client.logs.read(reading, { signal })) {
      if (signal.aborted) break;
      sink.append(lines, dropped);
    }
    return { state: 'ended' };
  } catch (cause) {
    return { state: 'failed', error: toCallFailure(cause).error };
  }
}
