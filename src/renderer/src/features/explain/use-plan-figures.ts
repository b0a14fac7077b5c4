import { useFormatter } from 'use-intl';

const bytesOfBlock = 8192;
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How figures of plans are written. */
export function usePlanFigures() {
  const format = useFormatter();
  const count = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return {
    count,
    cost: (value: number) => format.number(value, { maximumFractionDigits: 2 }),
    ms: (value: number) =>
      format.number(value, {
        style: 'unit',
        unit: 'millisecond',
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 ? 3 : 1,
      }),
    /** "12 kB", as psql counts blocks: 1,024 bytes to the kilobyte. */
    blocks: (blocks: number) => {
      let value = blocks * bytesOfBlock;
      let unit = 0;
      while (value >= 1024 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
      }
      return format.number(value, {
        style: 'unit',
        unit: units[unit] ?? 'byte',
        unitDisplay: 'short',
        maximumFractionDigits: value < 10 ? 1 : 0,
      });
    },
  };
}
