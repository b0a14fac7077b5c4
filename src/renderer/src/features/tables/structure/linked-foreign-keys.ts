import type { Relation, RelationName, RelationStructure } from '../../../../../shared/contract/relations.ts';

/** A foreign key as seen from one of its ends. */
export interface LinkedForeignKey {
  name: string;
  /** The relation at the other end. */
  other: RelationName;
  columns: readonly string[];
  definition: string;
  isValidated: boolean;
}

/** Foreign keys that leave a relation, and those that come in. */
export function linkedForeignKeys(
  { foreignKeys }: Pick<Relation, 'foreignKeys'>,
  { constraints, referencedBy }: Pick<RelationStructure, 'constraints' | 'referencedBy'>,
): { out: LinkedForeignKey[]; in: LinkedForeignKey[] } {
  const constraintOf = new Map(constraints.map((one) => [one.name, one]));
  return {
    out: foreignKeys.map(({ name, to, fromColumns }) => ({
      name,
      other: to,
      columns: fromColumns,
      definition: constraintOf.get(name)?.definition ?? '',
      isValidated: constraintOf.get(name)?.isValidated ?? true,
    })),
    in: referencedBy.map(({ name, from, toColumns, definition }) => ({
      name,
      other: from,
      columns: toColumns,
      definition,
      isValidated: !definition.endsWith(' NOT VALID'),
    })),
  };
}
