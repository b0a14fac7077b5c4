import { type ReactNode, useRef, useSyncExternalStore } from 'react';
import { useVirtualViewport } from './use-virtual-viewport.ts';
import styles from './virtual-lines.module.css';

const marginPx = 6;

interface VirtualLinesProps {
  label: string;
  count: number;
  linePx: number;
  /** Of the line at an index from 0. */
  renderLine: (index: number) => ReactNode;
}

/** Any number of lines of one height, of which those in sight are in the document. */
export function VirtualLines({ label, count, linePx, renderLine }: VirtualLinesProps) {
  const scroller = useRef<HTMLElement>(null);
  const contentPx = count * linePx + 2 * marginPx;
  const viewport = useVirtualViewport(scroller, contentPx);
  const { topPx, heightPx, widthPx } = useSyncExternalStore(viewport.subscribe, viewport.state);
  const first = Math.max(0, Math.floor((topPx - marginPx) / linePx));
  const end = Math.min(count, Math.ceil((topPx + heightPx) / linePx));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      <div className={styles.canvas} style={{ height: viewport.canvasPx(contentPx) }}>
        <div className={styles.layer} style={{ width: widthPx, height: heightPx }}>
          {integersFrom(first, end).map((line) => (
            <div
              key={line}
              className={styles.line}
              style={{ top: marginPx + line * linePx - topPx, height: linePx }}
            >
              {renderLine(line)}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function integersFrom(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}
