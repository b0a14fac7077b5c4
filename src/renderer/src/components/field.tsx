import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

export interface FieldTexts {
  label: string;
  /** The label is there for screen readers only: what it would say stands nearby. */
  labelHidden?: boolean;
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
  /** The label stands before the control instead of above it. */
  inline?: boolean;
}

const given = (text: ReactNode) => text !== undefined && text !== null && text !== false && text !== '';

/** A control with its label, and the error, warning and hint that belong to it. */
export function Field({
  label,
  labelHidden = false,
  error,
  warning,
  hint,
  children,
  beside,
  inline = false,
}: FieldProps) {
  return (
    <BaseField.Root className={classNames(styles.field, inline && styles.inline)} invalid={given(error)}>
      <BaseField.Label className={labelHidden ? 'visually-hidden' : styles.label}>{label}</BaseField.Label>
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
