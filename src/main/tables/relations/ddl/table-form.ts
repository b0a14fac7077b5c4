import type { DdlParent, RawDdl } from './raw-ddl.ts';

/**
 * How a table comes to its columns. `own`: it has no parents. `of-parents`: from them, then its own. `added`: it is
 * made whole and given to its parents afterwards, as its columns stand in another order than theirs. `typed`: from a
 * composite type.
 */
export type TableForm = 'own' | 'of-parents' | 'added' | 'typed';

export function tableForm({ ofType, parents, columns, isPartition }: RawDdl): TableForm {
  if (ofType !== null) return 'typed';
  if (parents.length === 0) return 'own';
  const inherited = [...new Set(parents.flatMap((parent) => parent.columns.map(({ name }) => name)))];
  const isSame = inherited.every((name, at) => columns[at]?.name === name);
  return isSame && (!isPartition || inherited.length === columns.length) ? 'of-parents' : 'added';
}

/** What a column has before anything is said of it. */
export function inheritedColumn(parents: readonly DdlParent[], name: string) {
  const found = parents.flatMap(({ columns }) => columns.filter((column) => column.name === name));
  return {
    expression: found.find(({ expression }) => expression !== null)?.expression ?? null,
    notNull: found.some(({ notNull }) => notNull),
  };
}
