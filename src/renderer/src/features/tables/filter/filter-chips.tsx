import { useTranslations } from 'use-intl';
import type { FilterCondition, RowFilter } from '../../../../../shared/contract/table-rows.ts';
import { classNames } from '../../../components/class-names.ts';
import { Icon } from '../../../components/icon.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { firstPage, noFilter } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';
import styles from './filter-panel.module.css';
import { listText } from './list-values.ts';
import { removeCondition } from './value-condition.ts';

interface FilterChipsProps {
  subject: TableSubject;
  /** What the rows on screen are filtered by; null: none are there yet. */
  shown: RowFilter | null;
  /** The filter that is asked for could not be used: the rows on screen are those of another one. */
  failed: boolean;
}

/** What the rows are filtered by, each part with a way to let it go, and what was asked for in vain. */
export function FilterChips({ subject: { view, change }, shown, failed }: FilterChipsProps) {
  const t = useTranslations('tables.filter');
  const partsOf = useFilterParts();
  const { filter } = view;
  const applied = failed ? partsOf(shown ?? noFilter) : partsOf(filter);
  const refused = failed ? missingFrom(applied, partsOf(filter)) : [];
  if (applied.length + refused.length === 0) return null;
  const use = (next: RowFilter) =>
    change({ filter: next, filterDraft: null, page: firstPage, selection: null });
  return (
    <ul className={styles.chips} aria-label={t('active')}>
      {applied.map(({ text, without }) => (
        <Chip key={text} text={text} onRemove={() => use(without)} />
      ))}
      {refused.map(({ text, without }) => (
        <Chip key={text} text={t('notApplied', { filter: text })} refused onRemove={() => use(without)} />
      ))}
    </ul>
  );
}

/** A part of a filter in words. */
interface FilterPart {
  text: string;
  /** The filter that is left when it goes. */
  without: RowFilter;
}

const missingFrom = (known: readonly FilterPart[], parts: readonly FilterPart[]): FilterPart[] =>
  parts.filter(({ text }) => !known.some((one) => one.text === text));

interface ChipProps {
  text: string;
  /** The server did not take it. */
  refused?: boolean;
  onRemove: () => void;
}

function Chip({ text, refused = false, onRemove }: ChipProps) {
  const t = useTranslations('tables.filter');
  return (
    <li className={classNames(styles.chip, refused && styles.refused)} title={visibleText(text)}>
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

function useFilterParts(): (filter: RowFilter) => FilterPart[] {
  const t = useTranslations('tables.filter.operators');
  const conditionText = ({ column, operator, values }: FilterCondition) => {
    const value =
      operator === 'between' ? values.join(' – ') : operator === 'in' ? listText(values) : values[0];
    return [column, t(operator), ...(value === undefined ? [] : [value])].join(' ');
  };
  return (filter) => [
    ...filter.conditions.map((condition, index) => ({
      text: conditionText(condition),
      without: removeCondition(filter, index),
    })),
    ...(filter.where === '' ? [] : [{ text: `WHERE ${filter.where}`, without: { ...filter, where: '' } }]),
  ];
}
