import { useEffect, useState } from 'react';
import { useFormatter } from 'use-intl';

const tickMs = 100;

/** How long something has been going on, for a text that counts: "3.2 s". */
export function useElapsed(startedAtMs: number): string {
  const format = useFormatter();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  // Main and window share a machine, but not every tick.
  const seconds = Math.max(0, nowMs - startedAtMs) / 1_000;
  return format.number(seconds, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    minimumFractionDigits: seconds < 100 ? 1 : 0,
    maximumFractionDigits: seconds < 100 ? 1 : 0,
  });
}
