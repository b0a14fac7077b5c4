import type { DdlColumn, DdlSequence } from './raw-ddl.ts';

const ends: Readonly<Record<string, readonly [min: bigint, max: bigint]>> = {
  smallint: [-32_768n, 32_767n],
  integer: [-2_147_483_648n, 2_147_483_647n],
  bigint: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
};
const serials: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

/** What differs from a sequence that nothing was said of. */
export function sequenceOptions({ type, start, increment, min, max, cache, cycles }: DdlSequence): string[] {
  const [least, most] = ends[type] ?? [0n, 0n];
  const falls = increment.startsWith('-');
  const usual = falls ? { min: least, max: -1n } : { min: 1n, max: most };
  const usualStart = falls ? max : min;
  return [
    ...(start === usualStart ? [] : [`START WITH ${start}`]),
    ...(increment === '1' ? [] : [`INCREMENT BY ${increment}`]),
    ...(min === String(usual.min) ? [] : [`MINVALUE ${min}`]),
    ...(max === String(usual.max) ? [] : [`MAXVALUE ${max}`]),
    ...(cache === '1' ? [] : [`CACHE ${cache}`]),
    ...(cycles ? ['CYCLE'] : []),
  ];
}

/** `serial`, where this says all there is to the column and its sequence. */
export function serialType(column: DdlColumn, sequence: DdlSequence): string | null {
  const isSerial =
    column.notNull &&
    column.expression === sequence.call &&
    column.type === sequence.type &&
    sequence.hasUsualName &&
    sequenceOptions(sequence).length === 0;
  return isSerial ? (serials[column.type] ?? null) : null;
}

/** A sequence of its own, to be given to its column once that is there. */
export function createSequence(sequence: DdlSequence): string {
  const type = sequence.type === 'bigint' ? [] : [`AS ${sequence.type}`];
  return [`CREATE SEQUENCE ${sequence.sqlName}`, ...type, ...sequenceOptions(sequence)].join(' ');
}
