import { useTranslations } from 'use-intl';
import type { BadLine } from '../../../../../shared/contract/csv-import.ts';
import type { EndedImport } from '../../../api/table-files.ts';
import { Banner } from '../../../components/banner.tsx';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { saveFile } from '../../../components/save-file.ts';
import { toDelimited } from '../../results/copy/to-delimited.ts';
import { badLineReason } from './bad-line-reason.ts';
import setup from './import-setup.module.css';
import styles from './import-tables.module.css';

interface BadLinesProps {
  checked: Extract<EndedImport, { state: 'checked' }>;
  fileName: string;
}

/** Every line that the server would refuse, and why. */
export function BadLines({ checked: { badLines, goodLines, more }, fileName }: BadLinesProps) {
  const t = useTranslations('tableFiles.import');
  const reason = useTranslations('tableFiles.import.reason');
  const columns = useBadLineColumns();
  const list = (delimiter: ',' | '\t') =>
    toDelimited(
      {
        columns: ['line', 'column', 'reason', 'text'].map(plainColumn),
        rows: badLines.map((bad) => [String(bad.line), bad.column, badLineReason(bad, reason), bad.text]),
      },
      { delimiter, header: true },
    );
  return (
    <>
      <Banner
        tone="bad"
        actions={
          <span className={setup.buttons}>
            <CopyButton label={t('copyList')} text={() => list('\t')} />
            <Button onClick={() => saveFile(csvFile(list(',')), `${fileName}.bad-lines.csv`)}>
              {t('saveList')}
            </Button>
          </span>
        }
      >
        <strong>{t('badLines', { bad: badLines.length, more: String(more) })}</strong>{' '}
        {more ? t('badLinesMore') : t('badLinesRest', { good: goodLines })}
      </Banner>
      <div className={styles.bad}>
        <DataTable
          label={t('badLinesTable')}
          columns={columns}
          rows={badLines}
          rowKey={({ line, column }) => `${line} ${column ?? ''}`}
        />
      </div>
    </>
  );
}

const plainColumn = (name: string) => ({ name, typeOid: 25, type: 'text', align: 'left' as const });
const csvFile = (text: string) => new Blob([text, '\n'], { type: 'text/csv' });

function useBadLineColumns(): readonly Column<BadLine>[] {
  const t = useTranslations('tableFiles.import');
  const reason = useTranslations('tableFiles.import.reason');
  return [
    { key: 'line', header: t('line'), align: 'end', cell: ({ line }) => line, sortBy: ({ line }) => line },
    {
      key: 'column',
      header: t('column'),
      cell: ({ column }) => column !== null && <PlainText text={column} />,
      sortBy: ({ column }) => column ?? '',
    },
    {
      key: 'reason',
      header: t('why'),
      cell: (bad) => (
        <span className={styles.long}>
          <PlainText text={badLineReason(bad, reason)} multiline />
        </span>
      ),
    },
    {
      key: 'text',
      header: t('text'),
      cell: ({ text }) => (
        <code className={styles.text} title={text}>
          <PlainText text={text} />
        </code>
      ),
    },
  ];
}
