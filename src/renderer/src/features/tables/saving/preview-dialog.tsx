import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { previewSql } from '../../../../../shared/tables/preview-sql.ts';
import { Button } from '../../../components/button.tsx';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { rowChanges } from '../staging/row-changes.ts';
import styles from './preview-dialog.module.css';
import { SqlText } from './sql-text.tsx';
import type { TableEdit } from './use-table-edit.ts';

const mostShown = 200;

/** What saving would do, as the SQL it is. */
export function PreviewDialog({ edit, onClose }: { edit: TableEdit; onClose: () => void }) {
  const t = useTranslations('tableEdit.preview');
  const common = useTranslations('common');
  const save = useTranslations('tableEdit.toolbar')('save');
  const { table, subject } = edit;
  const statements = useMemo(
    () => previewSql(subject.relation, rowChanges(table.rows.values())),
    [subject.relation, table],
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      wide="very"
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <CopyButton label={t('copy')} text={() => `${statements.join('\n')}\n`} />
        </>
      }
    >
      <p>{t('body', { save })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.sql} aria-label="SQL" tabIndex={0}>
        <SqlText text={statements.slice(0, mostShown).join('\n')} />
      </section>
      {statements.length > mostShown && <p>{t('more', { shown: mostShown, count: statements.length })}</p>}
    </Dialog>
  );
}
