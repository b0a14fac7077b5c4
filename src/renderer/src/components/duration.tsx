import { type NumberFormatOptions, useFormatter } from 'use-intl';

/** How long something took: "12 ms", "0.3 s", "2 min". */
export function Duration({ ms }: { ms: number }) {
  const format = useFormatter();
  const { value, options } = durationFormat(ms);
  return <span className="numeric">{format.number(value, options)}</span>;
}

function durationFormat(ms: number): { value: number; options: NumberFormatOptions } {
  const base = { style: 'unit', unitDisplay: 'short' } as const;
  if (ms < 100) return { value: Math.round(ms), options: { ...base, unit: 'millisecond' } };
  if (ms < 10_000)
    return { value: ms / 1_000, options: { ...base, unit: 'second', maximumFractionDigits: 1 } };
  if (ms < 120_000) return { value: Math.round(ms / 1_000), options: { ...base, unit: 'second' } };
  return { value: ms / 60_000, options: { ...base, unit: 'minute', maximumFractionDigits: 1 } };
}
