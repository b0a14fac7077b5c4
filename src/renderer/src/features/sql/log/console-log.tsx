import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsoleEntry } from '../../../../../shared/contract/consoles.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useErrorPresentation } from '../../../errors/use-error-presentation.ts';
import type { ConsoleFeed } from '../console-feed.ts';
import { useShortcutText } from '../use-shortcut-text.ts';
import styles from './console-log.module.css';
import { EntryLine } from './entry-line.tsx';
import { entryText } from './entry-text.ts';
import { useFollowEnd } from './use-follow-end.ts';

interface ConsoleLogProps {
  feed: ConsoleFeed;
  /** Selects the text of an entry in the editor; null: it stands in no draft any more. */
  placeOf: (entry: ConsoleEntry) => (() => void) | null;
}

const usualPx = 26;

/** All that happened in a console, newest last; only what is in sight is in the document. */
export function ConsoleLog({ feed: { entries }, placeOf }: ConsoleLogProps) {
  const t = useTranslations('sql');
  const present = useErrorPresentation();
  const shortcut = useShortcutText();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualPx,
    getItemKey: (index) => entries.at(index)?.id ?? index,
    overscan: 12,
  });
  const onScroll = useFollowEnd(virtualizer, entries.length + entries.forgotten);
  const copied = () =>
    Array.from({ length: entries.length }, (_, index) => entries.at(index))
      .flatMap((entry) => (entry === undefined ? [] : [entryText(entry, t, (error) => present(error).text)]))
      .join('\n');

  return (
    <div className={styles.log}>
      <div className={styles.bar}>
        <span className="muted numeric">
          {entries.length > 0 && t('log.count', { count: entries.length })}
          {entries.forgotten > 0 && ` · ${t('log.forgotten', { count: entries.forgotten })}`}
        </span>
        <CopyButton
          variant="ghost"
          label={t('log.copy')}
          text={copied}
          disabledReason={entries.length === 0 ? t('log.empty') : null}
        />
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={t('log.label')}
        aria-live="off"
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {entries.length === 0 ? (
          <EmptyState title={t('log.empty')}>{t('log.hint', { run: shortcut('run') })}</EmptyState>
        ) : (
          <div className={styles.entries} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const entry = entries.at(index);
              return entry === undefined ? null : (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles.entry}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <EntryLine entry={entry} onShowPlace={placeOf(entry)} />
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}
