import type { FactToken } from './fact-tokens.ts';
import { part, placeOf, type Stretch, splitAt } from './stretch.ts';

/** Nobody writes more parentheses around a constant; the rest is not looked into, so that the stack stays shallow. */
const deepest = 50;

/** Whether a WHERE condition is true for every row: `true`, `1 = 1`, `(true) or x`. Null: it depends on the row. */
export function constantCondition(condition: Stretch): boolean | null {
  return disjunction(condition, 0);
}

function disjunction(condition: Stretch, nesting: number): boolean | null {
  if (nesting > deepest) return null;
  const either = splitAt(condition, 'or').map((one) => conjunction(one, nesting));
  if (either.includes(true)) return true;
  return either.length > 0 && either.every((value) => value === false) ? false : null;
}

function conjunction(condition: Stretch, nesting: number): boolean | null {
  const all = splitAt(condition, 'and').map((one) => negation(one, nesting));
  if (all.includes(false)) return false;
  return all.length > 0 && all.every((value) => value === true) ? true : null;
}

function negation(condition: Stretch, nesting: number): boolean | null {
  let nots = 0;
  while (condition.tokens[nots]?.word === 'not') nots += 1;
  const value = comparison(part(condition, nots), nesting);
  return value === null ? null : value === (nots % 2 === 0);
}

function comparison(condition: Stretch, nesting: number): boolean | null {
  const { tokens } = condition;
  const [first, operator, second] = tokens;
  if (first === undefined) return null;
  const closing = placeOf(condition, [')'], 1);
  if (first.word === '(' && closing === tokens.length - 1)
    return disjunction(part(condition, 1, closing), nesting + 1);
  if (tokens.length === 1) return first.word === 'true' ? true : first.word === 'false' ? false : null;
  if (tokens.length !== 3 || operator === undefined || second === undefined) return null;
  return first.isConstant && second.isConstant
    ? compare(operator.word, constantOf(condition, first), constantOf(condition, second))
    : null;
}

function constantOf({ text }: Stretch, { start, end }: FactToken): string | number {
  const written = text.slice(start, end);
  const number = Number(written);
  return Number.isNaN(number) ? written : number;
}

/** Strings are compared for being the same only: their order is the collation's. */
function compare(operator: string, one: string | number, other: string | number): boolean | null {
  if (operator === '=' || operator === '<>' || operator === '!=') {
    return typeof one === typeof other ? (one === other) === (operator === '=') : null;
  }
  if (typeof one === 'string' || typeof other === 'string') return null;
  switch (operator) {
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    case '>=':
      return one >= other;
    default:
      return null;
  }
}
