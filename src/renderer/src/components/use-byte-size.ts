import { useFormatter } from 'use-intl';
import { binarySize } from './binary-size.ts';

/** Writes sizes in binary units and the person's own number format. */
export function useByteSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const { value, unit, digits } = binarySize(bytes);
    return `${format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
  };
}
