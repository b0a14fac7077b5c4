import { useFormatter, useTranslations } from 'use-intl';
import type { EndedImport } from '../../../api/table-files.ts';
import { Banner } from '../../../components/banner.tsx';
import { Duration } from '../../../components/duration.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';

/** What came of an import or a check that found nothing wrong. */
export function GoodOutcome({ ended }: { ended: EndedImport }) {
  const t = useTranslations('tableFiles.import');
  switch (ended.state) {
    case 'imported':
      return <Imported ended={ended} />;
    case 'checked':
      return ended.badLines.length > 0 ? null : (
        <StatusChip tone="ok" icon="check">
          {t('allGood', { lines: ended.goodLines })}
        </StatusChip>
      );
    case 'cancelled':
      return <Banner tone="info">{t('cancelled')}</Banner>;
    case 'refused':
      return null;
  }
}

function Imported({ ended }: { ended: Extract<EndedImport, { state: 'imported' }> }) {
  const t = useTranslations('tableFiles.import');
  const format = useFormatter();
  const { rows, durationMs, sequences } = ended;
  return (
    <>
      <p>
        <StatusChip tone="ok" icon="check">
          {t('imported', { rows })}
        </StatusChip>{' '}
        <span className="muted">
          <Duration ms={durationMs} />
          {durationMs >= 1_000 &&
            ` · ${t('perSecond', { rows: format.number(Math.round((rows * 1_000) / durationMs)) })}`}
        </span>
      </p>
      {sequences.map(({ column, next }) => (
        <p key={column} className="muted">
          <PlainText text={t('sequenceMoved', { column, next })} />
        </p>
      ))}
    </>
  );
}
