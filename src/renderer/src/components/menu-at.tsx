import { Menu as BaseMenu } from '@base-ui/react/menu';
import { type MenuEntry, MenuPopup } from './menu-popup.tsx';

interface MenuAtProps {
  label: string;
  /** The place it opens at; null: it is closed. */
  at: DOMRect | null;
  entries: readonly MenuEntry[];
  onClose: () => void;
  /** What has the focus afterwards. */
  finalFocus: () => HTMLElement | null;
}

/** A menu that opens at a place, not at a button: a context menu. */
export function MenuAt({ label, at, entries, onClose, finalFocus }: MenuAtProps) {
  return (
    <BaseMenu.Root modal={false} open={at !== null} onOpenChange={(open) => !open && onClose()}>
      <MenuPopup
        label={label}
        entries={entries}
        align="start"
        anchor={at === null ? undefined : { getBoundingClientRect: () => at }}
        finalFocus={finalFocus}
      />
    </BaseMenu.Root>
  );
}
