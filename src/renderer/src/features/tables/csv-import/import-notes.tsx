import { useTranslations } from 'use-intl';
import { Banner } from '../../../components/banner.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import type { FilePreview } from './file-preview.ts';
import type { MappingProblems } from './import-targets.ts';

interface ImportNotesProps {
  preview: FilePreview;
  problems: MappingProblems;
}

/** What can be told before a line is sent. */
export function ImportNotes({ preview, problems: { missing } }: ImportNotesProps) {
  const t = useTranslations('tableFiles.import');
  const odd = preview.records.find(({ values }) => values.length !== preview.columnCount);
  return (
    <>
      {missing.length > 0 && (
        <Banner tone="warn">
          <PlainText text={t('missing', { count: missing.length, columns: missing.join(', ') })} />
        </Banner>
      )}
      {preview.openQuote && <Banner tone="warn">{t('openQuote')}</Banner>}
      {odd !== undefined && (
        <Banner tone="warn">
          {t('oddLine', { line: odd.line, found: odd.values.length, expected: preview.columnCount })}
        </Banner>
      )}
    </>
  );
}
