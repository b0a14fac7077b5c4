import { useEffect, useState } from 'react';
import type { LiveStats } from '../../../shared/contract/instances.ts';
import { client } from './client.ts';
import { keepWatching } from './keep-watching.ts';

/** Readings of a running instance, oldest first, at most `most`; empty while `running` is false. */
export function useStats(id: string, running: boolean, most = 150): readonly LiveStats[] {
  const [readings, setReadings] = useState<readonly LiveStats[]>([]);
  useEffect(() => {
    setReadings([]);
    if (!running) return;
    const life = new AbortController();
    void keepWatching(
      (signal) => client.instances.stats({ id }, { signal }),
      (reading) => setReadings((before) => [...before.slice(1 - most), reading]),
      life.signal,
    );
    return () => life.abort();
  }, [id, running, most]);
  return readings;
}
