import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { PlainText } from '../../../components/plain-text.tsx';
import type { FilePreview, PreviewRecord } from './file-preview.ts';
import styles from './import-tables.module.css';
import { PreviewValue } from './preview-value.tsx';

interface PreviewTableProps {
  preview: FilePreview;
  targets: readonly (string | null)[];
}

/** More make the table slow and nobody wiser. */
const mostColumns = 60;

/** The first records as they will be read, under the columns of the table they go to. */
export function PreviewTable({ preview, targets }: PreviewTableProps) {
  const t = useTranslations('tableFiles.import');
  const shown = targets.map((target, index) => ({ target, index })).filter(({ target }) => target !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.preview} aria-label={t('preview')} tabIndex={0}>
      <table className={styles.records} aria-label={t('preview')}>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {t('line')}
            </th>
            {shown.slice(0, mostColumns).map(({ target, index }) => (
              <th key={index} scope="col">
                <PlainText text={target ?? ''} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.records.map((record) => (
            <RecordRow
              key={record.line}
              record={record}
              columns={shown.slice(0, mostColumns).map(({ index }) => index)}
              expected={preview.columnCount}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RecordRowProps {
  record: PreviewRecord;
  columns: readonly number[];
  expected: number;
}

function RecordRow({ record: { line, values }, columns, expected }: RecordRowProps) {
  const t = useTranslations('tableFiles.import');
  const isOdd = values.length !== expected;
  return (
    <tr
      className={classNames(isOdd && styles.odd)}
      title={isOdd ? t('oddFields', { found: values.length, expected }) : undefined}
    >
      <th scope="row" className={styles.line}>
        {line}
        {isOdd && (
          <span className="visually-hidden">{t('oddFields', { found: values.length, expected })}</span>
        )}
      </th>
      {columns.map((index) => (
        <td key={index}>
          <PreviewValue value={values[index]} />
        </td>
      ))}
    </tr>
  );
}
