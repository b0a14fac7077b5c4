import { useFormatter } from 'use-intl';
import { useNow } from './use-now.ts';

/** "2 hours ago", the exact time on hover. */
export function RelativeTime({ atMs }: { atMs: number }) {
  const format = useFormatter();
  // An engine's clock may be ahead of this one: what just happened is not "in 3 seconds".
  const nowMs = Math.max(useNow(), Date.now() - 10_000);
  const past = atMs <= nowMs + 30_000;
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={format.dateTime(atMs, { dateStyle: 'full', timeStyle: 'medium' })}
    >
      {format.relativeTime(past ? Math.min(atMs, nowMs) : atMs, nowMs)}
    </time>
  );
}
