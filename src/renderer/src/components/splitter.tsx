import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './splitter.module.css';

interface SplitterProps {
  /** Name of the separator. */
  label: string;
  /** Share of the part above, from 0 to 1. */
  share: number;
  onShare: (share: number) => void;
  /** Id of the part above. */
  controls: string;
}

const least = 0.1;
const most = 0.85;
const step = 0.04;

/** A line between two parts under each other: dragged, or moved by arrow keys, Home and End. */
export function Splitter({ label, share, onShare, controls }: SplitterProps) {
  const move = (to: number) => onShare(Math.min(most, Math.max(least, to)));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.height > 0) move((event.clientY - box.top) / box.height);
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowUp: share - step, ArrowDown: share + step, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between parts that moves is no <hr>
    <div
      role="separator"
      aria-label={label}
      aria-orientation="horizontal"
      aria-controls={controls}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      tabIndex={0}
      className={styles.splitter}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
