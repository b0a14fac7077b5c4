export interface ChartPoint {
  atMs: number;
  value: number;
}

export interface ChartBox {
  width: number;
  height: number;
  /** The newest moment stands at the right edge, this long before it at the left one. */
  windowMs: number;
  nowMs: number;
  /** What reaches the top edge; larger values stop there. */
  top: number;
}

/** The `d` of an SVG path through points in order of time. Two points are needed for a line. */
export function chartPath(points: readonly ChartPoint[], box: ChartBox): string {
  const seen = points.filter(({ atMs }) => atMs >= box.nowMs - box.windowMs && atMs <= box.nowMs);
  if (seen.length < 2) return '';
  return seen
    .map(({ atMs, value }, index) => {
      const x = box.width * (1 - (box.nowMs - atMs) / box.windowMs);
      const share = box.top <= 0 ? 0 : Math.min(1, Math.max(0, value / box.top));
      const y = 1 + (box.height - 2) * (1 - share);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join(' ');
}
