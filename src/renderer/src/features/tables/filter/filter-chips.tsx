import { useTranslations } from 'use-intl';
import type { FilterCondition, RowFilter } from '../../../../../shared/contract/tables.ts';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { firstPage } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';
import styles from './filter-panel.module.css';
import { isFiltered } from './is-filtered.ts';
import { listText } from './list-values.ts';
import { removeCondition } from './value-condition.ts';

/** What the rows are filtered by, each part with a way to let it go. */
export function FilterChips({ subject: { view, change } }: { subject: TableSubject }) {
  const t = useTranslations('tables.filter');
  const conditionText = useConditionText();
  const { filter } = view;
  if (!isFiltered(filter)) return null;
  const use = (next: RowFilter) =>
    change({ filter: next, filterDraft: null, page: firstPage, selection: null });
  return (
    <ul className={styles.chips} aria-label={t('active')}>
      {filter.conditions.map((condition, index) => (
        <Chip
          key={JSON.stringify(condition)}
          text={conditionText(condition)}
          onRemove={() => use(removeCondition(filter, index))}
        />
      ))}
      {filter.where !== '' && (
        <Chip text={`WHERE ${filter.where}`} onRemove={() => use({ ...filter, where: '' })} />
      )}
    </ul>
  );
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useTranslations('tables.filter');
  return (
    <li className={styles.chip} title={visibleText(text)}>
      <span className={styles.chipText}>
        <PlainText text={text} />
      </span>
      <button
        type="button"
        className={styles.chipRemove}
        aria-label={t('remove', { filter: visibleText(text) })}
        onClick={onRemove}
      >
        <Icon name="close" sizePx={11} />
      </button>
    </li>
  );
}

function useConditionText(): (condition: FilterCondition) => string {
  const t = useTranslations('tables.filter.operators');
  return ({ column, operator, values }) => {
    const value =
      operator === 'between' ? values.join(' – ') : operator === 'in' ? listText(values) : values[0];
    return [column, t(operator), ...(value === undefined ? [] : [value])].join(' ');
  };
}
