export interface ColumnLayout {
  widths: readonly number[];
  /** Where each column begins, from the first one's left edge. */
  starts: readonly number[];
  totalPx: number;
}

export function columnLayout(widths: readonly number[]): ColumnLayout {
  const starts: number[] = [];
  let totalPx = 0;
  for (const width of widths) {
    starts.push(totalPx);
    totalPx += width;
  }
  return { widths, starts, totalPx };
}

/** The column that covers `xPx`; the first or last one for what lies beyond. */
export function columnAt({ starts }: ColumnLayout, xPx: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= xPx) low = middle;
    else high = middle - 1;
  }
  return low;
}
