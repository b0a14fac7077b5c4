import { useFormatter, useTranslations } from 'use-intl';
import type { EndedImport } from '../../../api/table-files.ts';
import { Banner } from '../../../components/banner.tsx';
import { Duration } from '../../../components/duration.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import { SqlErrorView } from '../../sql/errors/sql-error-view.tsx';
import { BadLines } from './bad-lines.tsx';

interface ImportOutcomeProps {
  ended: EndedImport;
  /** Of the file, for lists about it. */
  fileName: string;
}

/** How an import or a check ended. */
export function ImportOutcome({ ended, fileName }: ImportOutcomeProps) {
  const t = useTranslations('tableFiles.import');
  switch (ended.state) {
    case 'imported':
      return <Imported ended={ended} />;
    case 'refused':
      return (
        <Banner tone="bad">
          <strong>{ended.line === null ? t('refused') : t('refusedAt', { line: ended.line })}</strong>
          <SqlErrorView error={ended.error} />
        </Banner>
      );
    case 'checked':
      return ended.badLines.length === 0 ? (
        <p>
          <StatusChip tone="ok" icon="check">
            {t('allGood', { lines: ended.goodLines })}
          </StatusChip>
        </p>
      ) : (
        <BadLines checked={ended} fileName={fileName} />
      );
    case 'cancelled':
      return <Banner tone="info">{t('cancelled')}</Banner>;
  }
}

function Imported({ ended }: { ended: Extract<EndedImport, { state: 'imported' }> }) {
  const t = useTranslations('tableFiles.import');
  const format = useFormatter();
  return (
    <>
      <p>
        <StatusChip tone="ok" icon="check">
          {t('imported', { rows: ended.rows })}
        </StatusChip>{' '}
        <span className="muted">
          <Duration ms={ended.durationMs} />
          {ended.durationMs >= 1_000 &&
            ` · ${t('perSecond', { rows: format.number(Math.round((ended.rows * 1_000) / ended.durationMs)) })}`}
        </span>
      </p>
      {ended.sequences.map(({ column, next }) => (
        <p key={column} className="muted">
          <PlainText text={t('sequenceMoved', { column, next })} />
        </p>
      ))}
    </>
  );
}
