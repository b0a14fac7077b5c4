import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { Duration } from '../../../components/duration.tsx';
import { ErrorBanner } from '../../../components/error-banner.tsx';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import type { Rows } from '../rows/use-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import styles from './page-bar.module.css';
import { PageButtons } from './page-buttons.tsx';
import { pageMoves } from './page-moves.ts';
import { rowPosition } from './page-place.ts';
import { PageSqlDialog } from './page-sql-dialog.tsx';
import { usePositionText } from './use-position-text.ts';
import { useRowCount } from './use-row-count.ts';

interface PageBarProps {
  subject: TableSubject;
  rows: Rows;
  onGo: (page: PagePlace) => void;
  /** Takes back what was done last to the rows. */
  undo: ReactNode;
  /** More that can be done with the rows. */
  children: ReactNode;
}

/** Which rows are shown of how many, how they were asked for, and the ways to others. */
export function PageBar({ subject, rows, onGo, undo, children }: PageBarProps) {
  const t = useTranslations('tables.paging');
  const { shown } = rows;
  const position = shown === null ? null : rowPosition(shown.at, shown.page);
  const count = useRowCount(subject, shown?.filter ?? subject.view.filter, position);
  const text = usePositionText();
  const [showsSql, setShowsSql] = useState(false);
  const isExact = count.total?.exact === true;
  return (
    <>
      {count.error !== null && (
        <ErrorBanner title={t('notCounted')} error={count.error} onRetry={count.start} />
      )}
      <footer className={styles.bar}>
        <div role="presentation" className={styles.about}>
          <span className={styles.position} role="status" aria-label={t('position')}>
            {position !== null && shown !== null && text(position, shown.page.rows.length, count.total)}
          </span>
          {position !== null && !isExact && (
            <Button
              variant="ghost"
              disabledReason={count.counting ? null : subject.blocked}
              onClick={count.counting ? count.cancel : count.start}
            >
              {t(count.counting ? 'cancelCount' : 'count')}
            </Button>
          )}
          {count.counting && (
            <span className="visually-hidden" role="status">
              {t('counting')}
            </span>
          )}
          {shown !== null && shown.page.sequence !== 'key' && (
            <span className={styles.sequence} title={t(`sequence.${shown.page.sequence}Why`)}>
              {t(`sequence.${shown.page.sequence}`)}
            </span>
          )}
          {undo}
        </div>
        <div role="presentation" className={styles.ways}>
          {shown !== null && (
            <>
              <span className={styles.duration} title={t('duration')}>
                <Duration ms={shown.page.durationMs} />
              </span>
              <Button variant="ghost" onClick={() => setShowsSql(true)}>
                {t('sql')}
              </Button>
            </>
          )}
          {children}
          <PageButtons moves={pageMoves(shown)} blocked={subject.blocked} onGo={onGo} />
        </div>
      </footer>
      {shown !== null && (
        <PageSqlDialog sql={shown.page.sql} open={showsSql} onClose={() => setShowsSql(false)} />
      )}
    </>
  );
}
