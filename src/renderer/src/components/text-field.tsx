import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';

interface TextFieldProps
  extends FieldTexts,
    Pick<
      ComponentPropsWithoutRef<'input'>,
      | 'type'
      | 'placeholder'
      | 'inputMode'
      | 'min'
      | 'max'
      | 'step'
      | 'disabled'
      | 'readOnly'
      | 'name'
      | 'required'
      | 'list'
      | 'onBlur'
    > {
  value: string;
  onChange: (value: string) => void;
  /** For names, addresses and code. */
  mono?: boolean;
  /** Buttons beside the input. */
  beside?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelHidden = false,
  error,
  warning,
  hint,
  value,
  onChange,
  mono = false,
  beside,
  ref,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, labelHidden, error, warning, hint, beside }}>
      <BaseField.Control
        {...input}
        {...(ref === undefined ? {} : { ref })}
        className={classNames(styles.control, mono && styles.mono, Boolean(error) && styles.invalid)}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onValueChange={(next) => onChange(next)}
      />
    </Field>
  );
}
