import type { OrderColumn } from './order-column.ts';

/** A value of a row at one column of the order. */
interface Placed {
  column: OrderColumn;
  value: string | null;
}

type FoundValue = Placed & { value: string };

export type KeysetTerm =
  | { kind: 'equal'; at: Placed }
  /** Later in the order, by the values of all of them; columns of one direction, none NULL. */
  | { kind: 'beyond'; at: [FoundValue, ...FoundValue[]] }
  | { kind: 'null' | 'not-null'; column: OrderColumn };

/** Terms that a row must all fulfil. */
export type KeysetRun = KeysetTerm[];

/**
 * The rows behind a place in an order: stretches that follow each other, each of which an index on the order's columns
 * finds at once. First those that differ from the place in the last column only, at the end those that differ in the first.
 */
export function keysetRuns(columns: readonly OrderColumn[], values: readonly (string | null)[]): KeysetRun[] {
  const placed = columns.map((column, at) => ({ column, value: values[at] ?? null }));
  const runs: KeysetRun[] = [];
  let before = placed.length;
  for (const group of comparableGroups(placed).toReversed()) {
    before -= group.length;
    const equal = placed.slice(0, before).map((at) => ({ kind: 'equal' as const, at }));
    for (const term of termsBeyond(group)) runs.push([...equal, term]);
  }
  return runs;
}

/** One comparison of rows, `(a, b) > (1, 2)`, does for neighbours of one direction that are never NULL. */
function comparableGroups(placed: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const one of placed) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.column;
    const fits =
      last !== undefined &&
      !last.mayBeNull &&
      !one.column.mayBeNull &&
      last.descending === one.column.descending;
    if (fits) group?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function termsBeyond(group: readonly Placed[]): KeysetTerm[] {
  const [first, ...others] = group.flatMap(({ column, value }) =>
    value === null ? [] : [{ column, value }],
  );
  const { column } = group[0] ?? {};
  if (column === undefined) return [];
  if (first === undefined) return column.descending ? [{ kind: 'not-null', column }] : [];
  const beyond: KeysetTerm = { kind: 'beyond', at: [first, ...others] };
  return column.mayBeNull && !column.descending ? [beyond, { kind: 'null', column }] : [beyond];
}
