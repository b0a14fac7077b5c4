import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject, UIEventHandler } from 'react';
import type { LogBuffer } from './log-buffer.ts';
import styles from './log-lines.module.css';
import { LogRow } from './log-row.tsx';

interface LogLinesProps {
  ref: RefObject<HTMLDivElement | null>;
  buffer: LogBuffer;
  rowPx: number;
  label: string;
  onScroll: UIEventHandler<HTMLElement>;
}

/** Only the lines in sight are in the document. */
export function LogLines({ ref, buffer, rowPx, label, onScroll }: LogLinesProps) {
  const virtualizer = useVirtualizer({
    count: buffer.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => buffer.at(index)?.number ?? index,
    overscan: 20,
  });
  return (
    <div
      ref={ref}
      className={styles.scroller}
      role="log"
      aria-label={label}
      aria-live="off"
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <div className={styles.lines} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = buffer.at(index);
          return line === undefined ? null : <LogRow key={line.number} line={line} topPx={start} />;
        })}
      </div>
    </div>
  );
}
