import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { filterOperators } from '../../../../../shared/tables/filter-operators.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { type ConditionDraft, fieldCount, withColumn, withOperator } from './filter-draft.ts';
import styles from './filter-panel.module.css';

interface ConditionRowProps {
  /** Counted from 1. */
  number: number;
  columns: readonly RelationColumn[];
  condition: ConditionDraft;
  /** A value is missing. */
  missing: boolean;
  /** What the server said of it. */
  error: ReactNode;
  onChange: (condition: ConditionDraft) => void;
  onRemove: () => void;
}

/** One condition: column, operator, and as many values as it has. */
export function ConditionRow({
  number,
  columns,
  condition,
  missing,
  error,
  onChange,
  onRemove,
}: ConditionRowProps) {
  const t = useTranslations('tables.filter');
  const column = columns.find(({ name }) => name === condition.column);
  const offered = column === undefined ? [condition.operator] : filterOperators(column.valueType);
  const names = columns.map(({ name }) => ({ value: name, label: visibleText(name) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex row everywhere
    <div role="group" aria-label={t('condition', { number: String(number) })} className={styles.condition}>
      <div className={styles.column}>
        <SelectField
          label={t('column')}
          labelHidden
          value={condition.column}
          onChange={(name) => {
            const next = columns.find((one) => one.name === name);
            if (next !== undefined) onChange(withColumn(condition, next));
          }}
          options={
            column === undefined ? [{ value: condition.column, label: condition.column }, ...names] : names
          }
        />
      </div>
      <div className={styles.operator}>
        <SelectField
          label={t('operator')}
          labelHidden
          value={condition.operator}
          onChange={(operator) => onChange(withOperator(condition, operator))}
          options={offered.map((operator) => ({ value: operator, label: t(`operators.${operator}`) }))}
        />
      </div>
      <Values {...{ column, condition, missing, error, onChange }} />
      <IconButton icon="close" label={t('removeCondition', { number: String(number) })} onClick={onRemove} />
    </div>
  );
}

interface ValuesProps extends Pick<ConditionRowProps, 'condition' | 'missing' | 'error' | 'onChange'> {
  column: RelationColumn | undefined;
}

function Values({ column, condition, missing, error, onChange }: ValuesProps) {
  const t = useTranslations('tables.filter');
  const listId = useId();
  const { operator, typed } = condition;
  const labels = column?.enumLabels ?? null;
  const label = (index: number) =>
    operator === 'in' ? t('values') : operator === 'between' ? t(index === 0 ? 'from' : 'to') : t('value');
  return (
    <>
      {Array.from({ length: fieldCount(operator) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: values are known by their place
        <div key={index} className={styles.value}>
          <TextField
            label={label(index)}
            labelHidden
            placeholder={label(index)}
            mono
            value={typed[index] ?? ''}
            onChange={(value) => onChange({ ...condition, typed: typed.with(index, value) })}
            error={
              missing && (typed[index] ?? '').trim() === '' ? t('missing') : index === 0 ? error : undefined
            }
            {...(labels === null ? {} : { list: listId })}
          />
        </div>
      ))}
      {labels !== null && (
        <datalist id={listId}>
          {labels.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}
