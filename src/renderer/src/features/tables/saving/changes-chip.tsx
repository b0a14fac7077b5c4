import { useTranslations } from 'use-intl';
import { StatusChip } from '../../../components/status-chip.tsx';
import styles from './changes-chip.module.css';
import type { TableEdit } from './use-table-edit.ts';

/**
 * How many rows are changed, and how many of them are not in sight: pressed, it shows only those that are. Its place is
 * kept while there is none, so that the first change moves nothing.
 */
export function ChangesChip({ edit }: { edit: TableEdit }) {
  const t = useTranslations('tableEdit');
  const { table, elsewhere, onlyChanged, showOnlyChanged } = edit;
  const count = table.rows.size;
  return (
    <button
      type="button"
      className={count === 0 ? styles.none : styles.button}
      aria-pressed={onlyChanged}
      title={t(onlyChanged ? 'showAll' : 'showChanged')}
      onClick={() => showOnlyChanged(!onlyChanged)}
    >
      <StatusChip tone="warn" state="changed">
        {t('changes', { count })}
        {elsewhere > 0 && !onlyChanged && (
          <span className={styles.elsewhere}>{` · ${t('elsewhere', { count: elsewhere })}`}</span>
        )}
      </StatusChip>
    </button>
  );
}
