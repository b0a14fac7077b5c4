import { useFormatter, useTranslations } from 'use-intl';
import type { ResultInfo } from '../../../../../shared/contract/results.ts';
import type { RunOutcome } from '../run-outcome.ts';

interface RunAnnouncementProps {
  running: boolean;
  results: readonly ResultInfo[];
  outcome: RunOutcome;
}

/** Tells screen readers how a run ended, without taking the focus. Errors speak for themselves. */
export function RunAnnouncement({ running, results, outcome }: RunAnnouncementProps) {
  const t = useTranslations('sql.status');
  const format = useFormatter();
  const last = results.at(-1);
  const took = format.number(Math.round(outcome.durationMs), {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
  });
  const done = () => {
    if (outcome.cancelled) return t('cancelled');
    if (outcome.statements === 0) return '';
    if (results.length === 1 && last !== undefined) return t('doneRows', { count: last.rowCount, took });
    return t('doneStatements', { count: outcome.statements, took });
  };
  return (
    <span className="visually-hidden" role="status" aria-label={t('label')}>
      {running ? '' : done()}
    </span>
  );
}
