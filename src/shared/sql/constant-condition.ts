import { type FactToken, part, placeOf, type Stretch } from './fact-tokens.ts';

/** Whether a WHERE condition is true for every row: `true`, `1 = 1`, `(true) or x`. Null: it depends on the row. */
export function constantCondition(condition: Stretch): boolean | null {
  const either = splitAt(condition, 'or').map(conjunction);
  if (either.includes(true)) return true;
  return either.every((value) => value === false) ? false : null;
}

function conjunction(condition: Stretch): boolean | null {
  const all = splitAt(condition, 'and').map(negation);
  if (all.includes(false)) return false;
  return all.every((value) => value === true) ? true : null;
}

function negation(condition: Stretch): boolean | null {
  if (condition.tokens[0]?.word !== 'not') return comparison(condition);
  const value = negation(part(condition, 1));
  return value === null ? null : !value;
}

function comparison(condition: Stretch): boolean | null {
  const { tokens } = condition;
  const [first, operator, second] = tokens;
  if (first === undefined) return null;
  const closing = placeOf(condition, [')'], 1);
  if (first.word === '(' && closing === tokens.length - 1)
    return constantCondition(part(condition, 1, closing));
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

function splitAt(stretch: Stretch, word: string): Stretch[] {
  const at = placeOf(stretch, [word]);
  if (at === stretch.tokens.length) return [stretch];
  return [part(stretch, 0, at), ...splitAt(part(stretch, at + 1), word)];
}
