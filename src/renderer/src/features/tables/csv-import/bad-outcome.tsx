import { useTranslations } from 'use-intl';
import type { EndedImport } from '../../../api/table-files.ts';
import { Banner } from '../../../components/banner.tsx';
import { SqlErrorView } from '../../sql/errors/sql-error-view.tsx';
import { BadLines } from './bad-lines.tsx';

interface BadOutcomeProps {
  ended: EndedImport;
  /** Of the file, for lists about it. */
  fileName: string;
}

/** Why a file was not imported, or would not be. */
export function BadOutcome({ ended, fileName }: BadOutcomeProps) {
  const t = useTranslations('tableFiles.import');
  switch (ended.state) {
    case 'refused':
      return (
        <Banner tone="bad">
          <strong>{ended.line === null ? t('refused') : t('refusedAt', { line: ended.line })}</strong>
          <SqlErrorView error={ended.error} />
        </Banner>
      );
    case 'checked':
      return ended.badLines.length === 0 ? null : <BadLines checked={ended} fileName={fileName} />;
    case 'imported':
    case 'cancelled':
      return null;
  }
}
