import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './status-chip.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'accent' | 'idle';
export type ChipIcon = 'dot' | 'ring' | 'pulse' | 'warning' | 'check' | 'none';

interface StatusChipProps {
  tone: Tone;
  /** Says the same as the colour, for those who do not see it. `pulse`: something is going on. */
  icon?: ChipIcon;
  /** Machine-readable state (`data-state`). */
  state?: string;
  title?: string | undefined;
  children: ReactNode;
}

/** A state as icon and word. */
export function StatusChip({ tone, icon = 'none', state, title, children }: StatusChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone])} data-state={state} title={title}>
      <ChipMark icon={icon} />
      <span>{children}</span>
    </span>
  );
}

function ChipMark({ icon }: { icon: ChipIcon }) {
  switch (icon) {
    case 'none':
      return null;
    case 'dot':
    case 'ring':
    case 'pulse':
      return <span className={styles[icon]} aria-hidden="true" />;
    case 'warning':
    case 'check':
      return <Icon name={icon} sizePx={12} />;
  }
}
