import type { DescribedRelation } from './described-relation.ts';

const kindNames: Readonly<Record<string, string>> = {
  r: 'Table',
  v: 'View',
  m: 'Materialized view',
  S: 'Sequence',
  i: 'Index',
  I: 'Partitioned index',
  t: 'TOAST table',
  c: 'Composite type',
  f: 'Foreign table',
  p: 'Partitioned table',
};

/** `Table "public.customers"` */
export function relationTitle({ kind, isUnlogged, schema, name }: DescribedRelation): string {
  const plain = kindNames[kind] ?? 'Relation';
  return `${isUnlogged ? `Unlogged ${plain.toLowerCase()}` : plain} "${schema}.${name}"`;
}
