/** One line of the table: ours beside the plain way, medians of the same run. */
export interface BenchRow {
  name: string;
  unit: 'ms' | 'MiB' | '%' | 'kB';
  ours: number;
  /** Null where there is no plain way: `aim` is then absolute. */
  plain: number | null;
  /** Upper bound of ours/plain, or of ours where there is no plain way. */
  aim: number;
  /** The bound is of ours although there is a plain way to compare with. */
  isAbsolute?: boolean;
  samples: number;
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear interpolation between the closest ranks. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Alternates ours and the plain way, so that drift of the machine meets both, and takes the medians. */
export async function compare(
  name: string,
  aim: number,
  samples: number,
  ways: { ours: () => Promise<number>; plain: () => Promise<number> },
): Promise<BenchRow> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let i = 0; i < samples; i += 1) {
    plain.push(await ways.plain());
    ours.push(await ways.ours());
  }
  return { name, unit: 'ms', ours: median(ours), plain: median(plain), aim, samples };
}
