import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { type MenuEntry, MenuPopup } from './menu-popup.tsx';

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Name of the menu; else it is named by its button. */
  label?: string;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
  onOpenChange?: (isOpen: boolean) => void;
  /** What has the focus afterwards; else its button. */
  finalFocus?: () => HTMLElement | null;
}

export function Menu({ trigger, label, entries, align = 'end', onOpenChange, finalFocus }: MenuProps) {
  return (
    <BaseMenu.Root modal={false} onOpenChange={(isOpen) => onOpenChange?.(isOpen)}>
      <BaseMenu.Trigger render={trigger} />
      <MenuPopup label={label} entries={entries} align={align} finalFocus={finalFocus} />
    </BaseMenu.Root>
  );
}
