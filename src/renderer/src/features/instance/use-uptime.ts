import { useFormatter } from 'use-intl';
import { useNow } from '../../components/use-now.ts';

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** How long something has been running, in its largest whole unit: "2 h". */
export function useUptime(sinceMs: number): string {
  const format = useFormatter();
  const elapsedMs = Math.max(0, useNow() - sinceMs);
  const [unit, unitMs] = STEPS.find(([, lengthMs]) => elapsedMs >= lengthMs) ?? (['second', 1_000] as const);
  return format.number(Math.floor(elapsedMs / unitMs), { style: 'unit', unit, unitDisplay: 'short' });
}
