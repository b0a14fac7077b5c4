import { type ChartPoint, chartPath } from './chart-path.ts';
import styles from './sparkline.module.css';

const WIDTH = 440;
const HEIGHT = 44;

/** A line through the last minutes. `label` says in words what it shows. */
export function Sparkline({
  points,
  windowMs,
  top,
  label,
}: {
  points: readonly ChartPoint[];
  windowMs: number;
  top: number;
  label: string;
}) {
  const nowMs = points.at(-1)?.atMs ?? 0;
  const path = chartPath(points, { width: WIDTH, height: HEIGHT, windowMs, nowMs, top });
  return (
    <svg
      className={styles.chart}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <path className={styles.base} d={`M0 ${HEIGHT - 1} H${WIDTH}`} />
      <path className={styles.line} d={path} />
    </svg>
  );
}
