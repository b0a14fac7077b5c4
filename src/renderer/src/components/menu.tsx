import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
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

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Name of the menu; else it is named by its button. */
  label?: string;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
}

export function Menu({ trigger, label, entries, align = 'end' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} align={align} sideOffset={4}>
          <BaseMenu.Popup className={styles.popup} {...(label === undefined ? {} : { 'aria-label': label })}>
            {entries.map((entry, index) =>
              entry === 'separator' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line between groups has nothing else
                <BaseMenu.Separator key={`line-${index}`} className={styles.separator} />
              ) : (
                <MenuItem key={entry.label} entry={entry} />
              ),
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
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
