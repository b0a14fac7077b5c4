import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import styles from './field.module.css';

export interface FieldTexts {
  label: string;
  /** What is wrong: the field counts as invalid. */
  error?: ReactNode;
  /** Worth knowing, nothing wrong. */
  warning?: ReactNode;
  hint?: ReactNode;
}

interface FieldProps extends FieldTexts {
  /** The control: `Field.Control` of Base UI, or one that knows its field. */
  children: ReactNode;
  /** Buttons and texts beside the control. */
  beside?: ReactNode;
}

const given = (text: ReactNode) => text !== undefined && text !== null && text !== false && text !== '';

/** A control with its label, and the error, warning and hint that belong to it. */
export function Field({ label, error, warning, hint, children, beside }: FieldProps) {
  return (
    <BaseField.Root className={styles.field} invalid={given(error)}>
      <BaseField.Label className={styles.label}>{label}</BaseField.Label>
      {given(beside) ? (
        <div className={styles.row}>
          {children}
          {beside}
        </div>
      ) : (
        children
      )}
      {given(error) && (
        <BaseField.Error className={styles.error} match>
          {error}
        </BaseField.Error>
      )}
      {given(warning) && <BaseField.Description className={styles.warning}>{warning}</BaseField.Description>}
      {given(hint) && <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>}
    </BaseField.Root>
  );
}
