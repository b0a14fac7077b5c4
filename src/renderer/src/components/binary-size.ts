const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** The number and binary unit to show for a size: at most three digits before the point, one after it below 10. */
export function binarySize(bytes: number): { value: number; unit: (typeof units)[number]; digits: 0 | 1 } {
  let value = bytes;
  let index = 0;
  while (Math.round(value) >= 1024 && index < units.length - 1) {
    value /= 1024;
    index += 1;
  }
  return { value, unit: units[index] ?? 'B', digits: index > 0 && value < 9.95 ? 1 : 0 };
}
