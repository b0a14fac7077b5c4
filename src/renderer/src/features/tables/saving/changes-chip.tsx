import { useTranslations } from 'use-intl';
import { StatusChip } from '../../../components/status-chip.tsx';
import styles from './changes-chip.module.css';
import type { TableEdit } from './use-table-edit.ts';

/** How many rows are changed, and how many of them are not in sight: pressed, it shows only those that are. */
export function ChangesChip({ edit }: { edit: TableEdit }) {
  const t = useTranslations('tableEdit');
  const { table, elsewhere, onlyChanged, showOnlyChanged } = edit;
  const count = table.rows.size;
  if (count === 0) return null;
  const text = t('changes', { count });
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={onlyChanged}
      title={t(onlyChanged ? 'showAll' : 'showChanged')}
      onClick={() => showOnlyChanged(!onlyChanged)}
    >
      <StatusChip tone="warn" state="changed">
        {elsewhere > 0 && !onlyChanged ? `${text} · ${t('elsewhere', { count: elsewhere })}` : text}
      </StatusChip>
    </button>
  );
}
