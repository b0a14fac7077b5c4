import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { useId } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'default' | 'primary' | 'danger' | 'danger-primary' | 'ghost';

export interface ButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'onClick' | 'style' | 'type'> {
  variant?: ButtonVariant;
  type?: 'button' | 'submit';
  /** At work on what it was pressed for: cannot be pressed again, keeps the focus. */
  busy?: boolean;
  /** Disabled, and why: told on hover, on focus and to screen readers. */
  disabledReason?: string | null | undefined;
  /** Kept in the caller's hands for icon buttons. */
  square?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: ReactNode;
}

const looks: Readonly<Record<ButtonVariant, string | undefined>> = {
  default: undefined,
  primary: styles.primary,
  danger: styles.danger,
  'danger-primary': styles.dangerPrimary,
  ghost: styles.ghost,
};

export function Button({
  variant = 'default',
  type = 'button',
  busy = false,
  disabled = false,
  disabledReason,
  square = false,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const reasonId = useId();
  const reason = disabledReason ?? null;
  const blocked = disabled || busy || reason !== null;
  return (
    <>
      <BaseButton
        type={type}
        {...props}
        {...(reason === null ? {} : { title: reason, 'aria-describedby': reasonId })}
        aria-busy={busy || undefined}
        className={classNames(styles.button, looks[variant], square && styles.icon)}
        disabled={blocked}
        focusableWhenDisabled={busy || reason !== null}
        {...(onClick === undefined ? {} : { onClick })}
      >
        {busy && <span className={styles.busy} aria-hidden="true" />}
        {children}
      </BaseButton>
      {reason !== null && (
        <span id={reasonId} hidden>
          {reason}
        </span>
      )}
    </>
  );
}
