import { Select } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './select-field.module.css';

export interface SelectOption<T extends string> {
  value: T;
  label: string;
  note?: ReactNode;
  disabled?: boolean;
}

interface SelectFieldProps<T extends string> extends FieldTexts {
  value: T;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  disabled?: boolean;
  beside?: ReactNode;
  /** The label stands before the control instead of above it. */
  inline?: boolean;
}

/** One of a few values. */
export function SelectField<T extends string>({
  value,
  onChange,
  options,
  disabled = false,
  error,
  ...texts
}: SelectFieldProps<T>) {
  return (
    <Field {...texts} error={error}>
      <Select.Root
        items={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value}
        disabled={disabled}
        onValueChange={(next: T | null) => next !== null && onChange(next)}
      >
        <Select.Trigger className={classNames(styles.trigger, error !== undefined && styles.invalid)}>
          <Select.Value className={styles.value} />
          <Icon name="chevron" sizePx={12} />
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className={styles.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className={styles.popup}>
              {options.map((option) => (
                <SelectItem key={option.value} option={option} />
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </Field>
  );
}

function SelectItem({ option }: { option: SelectOption<string> }) {
  return (
    <Select.Item className={styles.item} value={option.value} disabled={option.disabled === true}>
      <span className={styles.mark}>
        <Select.ItemIndicator>
          <Icon name="check" sizePx={14} />
        </Select.ItemIndicator>
      </span>
      <span>
        <Select.ItemText>{option.label}</Select.ItemText>
        {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
      </span>
    </Select.Item>
  );
}
