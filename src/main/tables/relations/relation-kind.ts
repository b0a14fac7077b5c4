import type { RelationKind } from '../../../shared/contract/relations.ts';

const kinds: ReadonlyMap<string, RelationKind> = new Map([
  ['r', 'table'],
  ['p', 'partitioned-table'],
  ['v', 'view'],
  ['m', 'materialized-view'],
  ['f', 'foreign-table'],
]);

/** @param letter `pg_class.relkind` of one of these */
export function relationKind(letter: string): RelationKind {
  const kind = kinds.get(letter);
  if (kind === undefined) throw new Error(`no relation of kind ${letter} was asked for`);
  return kind;
}
