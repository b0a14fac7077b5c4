import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { IconButton } from '../../../components/icon-button.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { stagedKey, useStagedStore } from '../../../stores/staged-store.ts';
import styles from './edit-status.module.css';
import { rowName } from './row-name.ts';
import type { RowProblem } from './row-problem.ts';
import { SaveNoticeText } from './save-notice-text.tsx';
import type { TableEdit } from './use-table-edit.ts';

/** The line below the grid: what is wrong with what is staged, and how the last save ended if it did not save. */
export function EditStatus({ edit }: { edit: TableEdit }) {
  const t = useTranslations('tableEdit.status');
  const id = useId();
  const { saving, subject } = edit;
  const unkept = useStagedStore((store) => store.unkept.includes(stagedKey(subject.place)));
  const [problem] = saving.problems;
  const { notice } = saving.state;
  return (
    <section className={styles.status} aria-label={t('label')}>
      <div id={id} role="alert" className={styles.lines}>
        {problem !== undefined && <ProblemLine edit={edit} problem={problem} />}
        {notice !== null && (
          <div className={styles.line}>
            <SaveNoticeText notice={notice} />
            <IconButton icon="close" label={t('close')} onClick={saving.closeNotice} />
          </div>
        )}
        {unkept && <p className={styles.warn}>{t('unkept')}</p>}
      </div>
    </section>
  );
}

function ProblemLine({ edit, problem }: { edit: TableEdit; problem: RowProblem }) {
  const t = useTranslations('tableEdit.status');
  const format = useFormatter();
  const { saving, problemText } = edit;
  const row = rowName(problem.about, useTranslations('tableEdit')('new'), edit.table);
  const alike = saving.problems.filter((one) => isAlike(one, problem));
  const columns = alike.flatMap((one) => one.columns).map(visibleText);
  const others = saving.problems.length - alike.length;
  const error = problem.what.by === 'server' ? problem.what.error : null;
  const next = saving.problems.find((one) => !isAlike(one, problem));
  return (
    <div className={styles.line}>
      <p className={styles.text}>
        <span className={styles.bad}>
          <PlainText text={problemText(problem)} />
        </span>
        {' · '}
        {columns.length === 0
          ? t('row', { row: visibleText(row) })
          : t('at', {
              row: visibleText(row),
              columns: format.list(columns, { type: 'conjunction' }),
              count: columns.length,
            })}
        {' · '}
        {t(error === null ? 'notSent' : 'notSaved')}
        {error?.detail != null && (
          <span className={styles.more}>
            <PlainText text={error.detail} />
          </span>
        )}
        {error?.hint != null && (
          <span className={styles.more}>
            <PlainText text={t('hint', { hint: error.hint })} />
          </span>
        )}
      </p>
      <Button variant="ghost" onClick={() => edit.goTo(problem.id, problem.columns[0])}>
        {t('go')}
      </Button>
      {next !== undefined && (
        <Button variant="ghost" onClick={() => edit.goTo(next.id, next.columns[0])}>
          {t('more', { count: others })}
        </Button>
      )}
    </div>
  );
}

/** Of the same row, and what is missing there is told together. */
function isAlike(one: RowProblem, other: RowProblem): boolean {
  if (one === other) return true;
  const areMissing = [one, other].every(
    ({ what }) => what.by === 'check' && what.problem.problem === 'required',
  );
  return one.id === other.id && areMissing;
}
