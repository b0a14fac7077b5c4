import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';
import { PlainText } from './plain-text.tsx';
import { visibleText } from './visible-text.ts';

export type MenuEntry =
  | 'separator'
  | {
      label: string;
      onSelect: () => void;
      danger?: boolean;
      /** The one in use, in a menu to choose from. */
      checked?: boolean;
      /** A second line. For a disabled entry: why. */
      note?: ReactNode;
      disabled?: boolean;
    };

interface MenuPopupProps {
  /** Name of the menu; else it is named by its button. */
  label?: string | undefined;
  entries: readonly MenuEntry[];
  align: 'start' | 'end';
  /** Where it opens; else at its button. */
  anchor?: { getBoundingClientRect: () => DOMRect } | undefined;
  /** What has the focus afterwards; else its button. */
  finalFocus?: (() => HTMLElement | null) | undefined;
}

/** The entries of a menu, as they open. */
export function MenuPopup({ label, entries, align, anchor, finalFocus }: MenuPopupProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner className={styles.positioner} align={align} sideOffset={4} anchor={anchor}>
        <BaseMenu.Popup
          className={styles.popup}
          {...(label === undefined ? {} : { 'aria-label': label })}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        >
          {entries.map((entry, index) =>
            entry === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line between groups has nothing else
              <BaseMenu.Separator key={`line-${index}`} className={styles.separator} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries may say the same
              <MenuItem key={`${index} ${entry.label}`} entry={entry} />
            ),
          )}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

function MenuItem({ entry }: { entry: Exclude<MenuEntry, 'separator'> }) {
  return (
    <BaseMenu.Item
      className={classNames(styles.item, entry.danger === true && styles.danger)}
      disabled={entry.disabled === true}
      label={entry.label}
      aria-label={visibleText(entry.label)}
      onClick={entry.onSelect}
    >
      {entry.checked !== undefined && (
        <span className={styles.mark}>{entry.checked && <Icon name="check" sizePx={14} />}</span>
      )}
      <span className={styles.text}>
        <PlainText text={entry.label} />
        {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
      </span>
    </BaseMenu.Item>
  );
}
