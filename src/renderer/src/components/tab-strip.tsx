import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './tab-strip.module.css';

export interface StripTab {
  id: string;
  label: string;
  /** Before the label: what goes on there. */
  mark?: ReactNode;
  title?: string | undefined;
}

interface TabStripProps {
  /** Name of the list. */
  label: string;
  tabs: readonly StripTab[];
  current: string;
  onSelect: (id: string) => void;
  /** Id of the panel that shows what the current tab is about. */
  controls?: string;
  /** Tabs can be closed: what the button says, and what it does. Delete does the same. */
  closing?: { label: (tab: StripTab) => string; onClose: (id: string) => void };
}

const moves: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs as small chips: one stop of the Tab key, arrow keys move between them. */
export function TabStrip({ label, tabs, current, onSelect, controls, closing }: TabStripProps) {
  const prefix = useId();
  const strip = useRef<HTMLDivElement>(null);
  const tabId = (id: string) => `${prefix}-${id}`;

  const press = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Delete') return closing?.onClose(id);
    const index = tabs.findIndex((tab) => tab.id === id);
    const to = moves[event.key]?.(index, tabs.length);
    const next = to === undefined ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    strip.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(next.id))}`)?.focus();
  };

  return (
    <div ref={strip} className={styles.strip}>
      {/* The list owns its tabs by name: the buttons that close them stand beside each, and belong to no list. */}
      <div
        className={styles.list}
        role="tablist"
        aria-label={label}
        aria-owns={tabs.map(({ id }) => tabId(id)).join(' ')}
      />
      {tabs.map((tab) => (
        <span key={tab.id} className={classNames(styles.tab, tab.id === current && styles.current)}>
          <button
            type="button"
            id={tabId(tab.id)}
            role="tab"
            className={styles.label}
            aria-selected={tab.id === current}
            aria-controls={tab.id === current ? controls : undefined}
            aria-keyshortcuts={closing === undefined ? undefined : 'Delete'}
            tabIndex={tab.id === current ? 0 : -1}
            title={tab.title}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => press(event, tab.id)}
          >
            {tab.mark}
            {tab.label}
          </button>
          {closing !== undefined && (
            <button
              type="button"
              className={styles.close}
              aria-label={closing.label(tab)}
              title={closing.label(tab)}
              tabIndex={tab.id === current ? 0 : -1}
              onClick={() => closing.onClose(tab.id)}
            >
              <Icon name="close" sizePx={10} />
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
