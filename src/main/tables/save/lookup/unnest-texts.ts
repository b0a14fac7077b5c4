import { textArray } from '../../text-array.ts';

/** One list of texts for each name, all of the same length: a FROM item `v` with these columns and `n`, from 1. */
export interface UnnestedTexts {
  sql: string;
  values: string[];
}

export function unnestTexts(lists: ReadonlyMap<string, readonly (string | null)[]>): UnnestedTexts {
  const names = Array.from(lists.keys());
  const parameters = names.map((_, index) => `$${index + 1}::text[]`).join(', ');
  return {
    sql: `unnest(${parameters}) WITH ORDINALITY AS v (${[...names, 'n'].join(', ')})`,
    values: Array.from(lists.values(), textArray),
  };
}
