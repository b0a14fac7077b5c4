import { useTranslations } from 'use-intl';
import { Banner } from '../../../components/banner.tsx';
import type { SessionEvent } from '../run-outcome.ts';

/** The session is not the one it was: what was lost with it. Stays until the next run. */
export function SessionNote({ events }: { events: readonly SessionEvent[] }) {
  const t = useTranslations('sql.event');
  const lost = events.at(-1) === 'connection-lost' || events.includes('transaction-lost');
  if (events.length === 0) return null;
  return (
    <Banner tone={lost ? 'warn' : 'info'}>
      <p role="status">{events.map((event) => t(event)).join(' ')}</p>
    </Banner>
  );
}
