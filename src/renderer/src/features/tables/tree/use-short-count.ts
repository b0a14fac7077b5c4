import { useFormatter } from 'use-intl';

const steps = [
  { from: 1e9, unit: ' G' },
  { from: 1e6, unit: ' M' },
  { from: 1e4, unit: ' k' },
] as const;

/** Writes a count in few characters: "9,999", "12.4 k", "3 M". */
export function useShortCount(): (count: number) => string {
  const format = useFormatter();
  return (count) => {
    const step = steps.find(({ from }) => count >= from);
    const shown = step === undefined ? count : count / (step.from === 1e4 ? 1e3 : step.from);
    const digits = step !== undefined && shown < 100 ? 1 : 0;
    return `${format.number(shown, { maximumFractionDigits: digits })}${step?.unit ?? ''}`;
  };
}
