import { useFormatter, useTranslations } from 'use-intl';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import styles from './edit-status.module.css';
import type { SaveNotice } from './save-store.ts';

/** How a save, or the undoing of one, ended without saving. */
export function SaveNoticeText({ notice }: { notice: SaveNotice }) {
  const t = useTranslations('tableEdit.status');
  const format = useFormatter();
  const present = useErrorPresentation();
  switch (notice.kind) {
    case 'refused': {
      const { message, detail, hint } = notice.error;
      const nothing = t(notice.what === 'undo' ? 'notUndone' : 'notSaved');
      return (
        <p className={styles.text}>
          <span className={styles.bad}>
            <PlainText text={message} />
          </span>
          {` · ${nothing}`}
          {detail !== null && <Line text={detail} />}
          {hint !== null && <Line text={t('hint', { hint })} />}
        </p>
      );
    }
    case 'failed': {
      const { text } = present(notice.error);
      const isAway = notice.error.code === 'database-unreachable' || notice.error.code === 'unavailable';
      return (
        <p className={styles.text}>
          <span className={styles.bad}>{text}</span>
          {` ${t(notice.what === 'undo' ? 'undoFailed' : 'failed')}`}
          {isAway && ` ${t('again')}`}
        </p>
      );
    }
    case 'cancelled':
      return <p className={styles.text}>{t(notice.what === 'undo' ? 'undoCancelled' : 'cancelled')}</p>;
    case 'unknown':
      return <p className={styles.warn}>{t(notice.what === 'undo' ? 'undoUnknown' : 'unknown')}</p>;
    case 'undo-conflict': {
      const tables = format.list(notice.others.map(visibleText), { type: 'conjunction' });
      return (
        <p className={styles.warn}>
          {t('undoConflict', { count: notice.rows })}
          {notice.others.length > 0 && ` ${t('undoConflictIn', { tables })}`}
        </p>
      );
    }
    case 'relation-changed': {
      const columns = format.list(notice.lostColumns.map(visibleText), { type: 'conjunction' });
      return (
        <p className={styles.warn}>
          {t('changed')}
          {notice.lostColumns.length > 0 && ` ${t('lostColumns', { columns })}`}
          {notice.lostRows > 0 && ` ${t('lostRows', { count: notice.lostRows })}`}
        </p>
      );
    }
  }
}

const Line = ({ text }: { text: string }) => (
  <span className={styles.more}>
    <PlainText text={text} />
  </span>
);
