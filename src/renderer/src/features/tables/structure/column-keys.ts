import type { Relation } from '../../../../../shared/contract/relations.ts';

const kinds = ['primary-key', 'unique', 'foreign-key'] as const;
export type ColumnKey = (typeof kinds)[number];

/** Keys that each column belongs to, alone or with others, the most important first. */
export function columnKeys({ constraints }: Pick<Relation, 'constraints'>): Map<string, ColumnKey[]> {
  const found = new Map<string, ColumnKey[]>();
  for (const kind of kinds) {
    for (const name of new Set(constraints.flatMap((one) => (one.kind === kind ? one.columns : []))))
      found.set(name, [...(found.get(name) ?? []), kind]);
  }
  return found;
}
