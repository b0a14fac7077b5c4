import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { emphasis } from '../../../components/emphasis.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import styles from './effects-dialog.module.css';
import type { Saving } from './use-saving.ts';

/** What deleting does to rows of other tables, before it is done. */
export function EffectsDialog({ saving }: { saving: Saving }) {
  const t = useTranslations('tableEdit.effects');
  const { asked } = saving.state;
  if (asked === null) return null;
  const isUndo = asked.what === 'undo';
  return (
    <ConfirmDialog
      open
      onClose={saving.dismiss}
      title={t(isUndo ? 'undoTitle' : 'title')}
      confirmLabel={t(isUndo ? 'undoConfirm' : 'confirm')}
      onConfirm={saving.confirm}
    >
      <p>{t('body')}</p>
      <ul className={styles.list}>
        {asked.effects.map(({ relation, constraint, action, rows }) => (
          <li key={JSON.stringify([relation, constraint, action])}>
            {t.rich(action, {
              ...emphasis,
              table: visibleText(`${relation.schema}.${relation.name}`),
              count: rows,
            })}
            <span className={styles.by}>{t('by', { constraint: visibleText(constraint) })}</span>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
