import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { decodeBytea } from '../../results/cell-viewer/decode-bytea.ts';
import styles from './value-editor.module.css';

interface ValueLengthProps {
  column: RelationColumn;
  value: StagedValue;
}

/** How long a value is, or what it is that has no length. */
export function ValueLength({ column, value }: ValueLengthProps) {
  const t = useTranslations('tableEditors.panel');
  const isBytes = column.valueType === 'bytea';
  const length = useMemo(() => {
    if (typeof value !== 'string') return 0;
    return isBytes ? decodeBytea(value).length : value.length;
  }, [isBytes, value]);
  return <span className={styles.length}>{text()}</span>;

  function text(): string {
    if (value === null) return t('isNull');
    if (typeof value === 'object') return t('isDefault', { expression: column.defaultText ?? 'NULL' });
    if (value === '') return t('isEmpty');
    return t(isBytes ? 'bytes' : 'characters', { count: length });
  }
}
