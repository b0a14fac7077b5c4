import type { RelationColumn } from '../../../shared/contract/relations.ts';
import type { BaseType } from './type-book.ts';

const oids = { bpchar: 1042, varchar: 1043, bit: 1560, varbit: 1562, numeric: 1700, inet: 869, cidr: 650 };
const varHeaderBytes = 4;
/** What is read of a value at once. */
const wideBytes = 10_000;
const mostBytesOfCharacter = 4;
const integerBytes: ReadonlyMap<number, 2 | 4 | 8> = new Map([
  [21, 2],
  [23, 4],
  [20, 8],
]);

/** How much a value of a type may hold, by its modifier. */
export function columnSize({
  oid,
  modifier,
}: Pick<BaseType, 'oid' | 'modifier'>): Pick<RelationColumn, 'maxLength' | 'integerBytes' | 'numeric'> {
  return {
    maxLength: maxLengthOf(oid, modifier),
    integerBytes: integerBytes.get(oid) ?? null,
    numeric: oid === oids.numeric && modifier >= 0 ? numericOf(modifier - varHeaderBytes) : null,
  };
}

/** A value as text may be longer than what is read of it at once. */
export function mayBeWide({ oid, modifier, length, valueType }: BaseType): boolean {
  if (length > 0 || valueType === 'enum') return false;
  const maxLength = maxLengthOf(oid, modifier);
  if (maxLength === null) return oid !== oids.numeric && oid !== oids.inet && oid !== oids.cidr;
  const isBits = oid === oids.bit || oid === oids.varbit;
  return maxLength * (isBits ? 1 : mostBytesOfCharacter) > wideBytes;
}

function maxLengthOf(oid: number, modifier: number): number | null {
  if (modifier < 0) return null;
  if (oid === oids.bpchar || oid === oids.varchar) return modifier - varHeaderBytes;
  return oid === oids.bit || oid === oids.varbit ? modifier : null;
}

/** Precision above, scale in the lower eleven bits, which may be negative. */
function numericOf(modifier: number): { precision: number; scale: number } {
  return { precision: (modifier >> 16) & 0xffff, scale: ((modifier & 0x7ff) ^ 1024) - 1024 };
}
