import { useTranslations } from 'use-intl';
import { CheckboxField } from '../../../components/checkbox-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from './parameter-fields.module.css';
import type { ParameterValues } from './run-question-dialog.tsx';

interface ParameterFieldsProps {
  names: readonly string[];
  values: ParameterValues;
  onChange: (name: string, value: string | null) => void;
}

/** A value for each name; NULL is something else than an empty text. */
export function ParameterFields({ names, values, onChange }: ParameterFieldsProps) {
  const t = useTranslations('sql.question');
  return names.map((name) => {
    const value = values[name] ?? null;
    const label = /^\d+$/.test(name) ? `$${name}` : `:${name}`;
    return (
      <TextField
        key={name}
        label={label}
        mono
        value={value ?? ''}
        disabled={value === null}
        placeholder={value === null ? 'NULL' : ''}
        onChange={(next) => onChange(name, next)}
        beside={
          <span className={styles.null}>
            <CheckboxField
              label={t('null', { name: label })}
              checked={value === null}
              onChange={(isNull) => onChange(name, isNull ? null : '')}
            />
          </span>
        }
      />
    );
  });
}
