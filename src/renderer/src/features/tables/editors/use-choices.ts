import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { Choice } from './matching-choices.ts';

/** All values of a boolean or an enum, with NULL and the default where they can be. */
export function useChoices(column: RelationColumn): readonly Choice[] {
  const t = useTranslations('tableEditors');
  return useMemo(() => {
    const values: Choice[] =
      column.valueType === 'boolean'
        ? [
            { value: 't', label: 'true' },
            { value: 'f', label: 'false' },
          ]
        : (column.enumLabels ?? []).map((label) => ({ value: label, label }));
    if (!column.notNull) values.push({ value: null, label: 'NULL', isSpecial: true });
    if (column.defaultText !== null) {
      const label = t('choice.default');
      values.push({ value: { default: true }, label, note: column.defaultText, isSpecial: true });
    }
    return values;
  }, [column, t]);
}
