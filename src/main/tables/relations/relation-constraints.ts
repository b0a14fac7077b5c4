import type { Relation } from '../../../shared/contract/relations.ts';
import type { RawConstraint, RawRelation } from './raw-relation.ts';
import type { BaseType } from './type-book.ts';

type Constraint = Relation['constraints'][number];

const kinds: ReadonlyMap<string, Constraint['kind']> = new Map([
  ['p', 'primary-key'],
  ['u', 'unique'],
  ['c', 'check'],
  ['f', 'foreign-key'],
  ['x', 'exclusion'],
  ['n', 'not-null'],
]);

/**
 * All that an error may name, each name once: constraints, unique indexes that are none, checks of domains, and what
 * partitions call theirs.
 */
export function relationConstraints(
  raw: Pick<RawRelation, 'constraints' | 'indexes' | 'partConstraints' | 'columns'>,
  baseOf: (oid: number, modifier: number) => BaseType,
): Constraint[] {
  const named = new Map<string, Constraint>();
  const add = ({ name, kind, columns }: RawConstraint) => {
    const known = kinds.get(kind);
    if (known !== undefined && !named.has(name)) named.set(name, { name, kind: known, columns });
  };
  raw.constraints.forEach(add);
  for (const { name, columns } of raw.indexes) add({ name, kind: 'u', columns });
  domainChecks(raw.columns, baseOf).forEach(add);
  raw.partConstraints.forEach(add);
  return [...named.values()];
}

function domainChecks(
  columns: RawRelation['columns'],
  baseOf: (oid: number, modifier: number) => BaseType,
): RawConstraint[] {
  const columnsOf = new Map<string, string[]>();
  for (const { name, typeOid, modifier } of columns) {
    for (const check of baseOf(typeOid, modifier).checks) {
      columnsOf.set(check, [...(columnsOf.get(check) ?? []), name]);
    }
  }
  return Array.from(columnsOf, ([name, names]) => ({ name, kind: 'c', columns: names }));
}
