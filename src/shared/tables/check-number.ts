import type { RelationColumn } from '../contract/relations.ts';
import { typeOids } from './type-oids.ts';
import type { ValueProblem } from './value-problem.ts';

/** Decimal, and since PostgreSQL 16 with underscores or in another base: older servers say so themselves. */
const wholeNumber =
  /^\s*(?<sign>[+-]?)(?:(?<digits>\d(?:_?\d)*)|(?<based>0(?:x(?:_?[\da-f])+|o(?:_?[0-7])+|b(?:_?[01])+)))\s*$/i;

/** Of `smallint`, `integer` and `bigint`. */
export function checkWholeNumber(value: string, bytes: 2 | 4 | 8): ValueProblem | null {
  const { sign, digits, based } = wholeNumber.exec(value)?.groups ?? {};
  const text = (digits ?? based)?.replaceAll('_', '');
  if (text === undefined) return { problem: 'not-whole-number' };
  const number = BigInt(text) * (sign === '-' ? -1n : 1n);
  const most = 2n ** BigInt(8 * bytes - 1) - 1n;
  const least = -most - 1n;
  return number < least || number > most
    ? { problem: 'out-of-range', least: String(least), most: String(most) }
    : null;
}

const infinity = /^\s*[+-]?inf(?:inity)?\s*$/i;
const notANumber = /^\s*nan\s*$/i;
const decimal = /^\s*[+-]?(?=\.?\d)(?<whole>[\d_]*)(?:\.(?<part>[\d_]*))?(?:e(?<exponent>[+-]?[\d_]+))?\s*$/i;

export function checkNumeric(value: string, size: RelationColumn['numeric']): ValueProblem | null {
  if (notANumber.test(value)) return null;
  if (infinity.test(value)) return size === null ? null : { problem: 'no-infinity' };
  const found = decimal.exec(value)?.groups;
  if (found === undefined) return wholeNumber.test(value) ? null : { problem: 'not-number' };
  if (size === null) return null;
  const whole = (found.whole ?? '').replaceAll('_', '');
  const digits = whole + (found.part ?? '').replaceAll('_', '');
  const significant = digits.replace(/^0+/, '');
  const exponent = Number((found.exponent ?? '0').replaceAll('_', ''));
  // The number is 0.SIGNIFICANT times ten to the power of this.
  const magnitude = whole.length - (digits.length - significant.length) + exponent;
  const room = size.precision - size.scale;
  const grows = magnitude === room && roundsUp(significant, size.precision);
  return significant !== '' && (magnitude > room || grows) ? { problem: 'too-big', digits: room } : null;
}

/** To one digit more than `precision`. */
function roundsUp(significant: string, precision: number): boolean {
  return (
    /^9*$/.test(significant.slice(0, precision)) &&
    significant.length > precision &&
    significant.charAt(precision) >= '5'
  );
}

/** A C library reads these, hexadecimal ones, too. */
const float =
  /^\s*[+-]?(?:(?=\.?\d)\d*\.?\d*(?:e[+-]?\d+)?|0x[\da-f]*\.?[\da-f]*(?:p[+-]?\d+)?|inf(?:inity)?|nan(?:\(\w*\))?)\s*$/i;

/** Limits beyond which no server rounds a number back into the range. */
const mostOf: ReadonlyMap<number, number> = new Map([
  [typeOids.real, 3.5e38],
  [typeOids.double, Number.MAX_VALUE],
]);

export function checkFloat(value: string, typeOid: number): ValueProblem | null {
  if (!float.test(value)) return { problem: 'not-number' };
  if (infinity.test(value) || /[xn]/i.test(value)) return null;
  const most = mostOf.get(typeOid) ?? Number.POSITIVE_INFINITY;
  const limit = typeOid === typeOids.real ? '3.4e38' : '1.7e308';
  return Math.abs(Number(value)) > most ? { problem: 'out-of-range', least: `-${limit}`, most: limit } : null;
}
