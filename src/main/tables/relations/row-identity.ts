import type { RowIdentity } from '../../../shared/contract/relations.ts';
import type { RawRelation } from './raw-relation.ts';

type KeyFacts = Pick<RawRelation, 'indexes' | 'columns' | 'hasHeirs'>;

/**
 * The primary key, else the shortest unique index that no row escapes, else what the person picked, as long as these
 * columns exist. A key of a table says nothing of the rows in tables that inherit from it.
 */
export function rowIdentity(facts: KeyFacts, picked: readonly string[] | null): RowIdentity | null {
  const proven = new Set(facts.columns.filter((one) => one.isNotNullProven).map(({ name }) => name));
  const keys = facts.hasHeirs ? [] : facts.indexes;
  const primary = keys.find(({ isPrimary }) => isPrimary);
  if (primary !== undefined) return { source: 'primary-key', columns: primary.columns };
  const [unique] = keys
    .filter(({ isProof, columns }) => isProof && columns.every((name) => proven.has(name)))
    .toSorted((a, b) => a.columns.length - b.columns.length);
  if (unique !== undefined) return { source: 'unique', columns: unique.columns };
  const names = new Set(facts.columns.map(({ name }) => name));
  if (picked === null || picked.length === 0 || !picked.every((name) => names.has(name))) return null;
  return { source: 'picked', columns: [...new Set(picked)] };
}
