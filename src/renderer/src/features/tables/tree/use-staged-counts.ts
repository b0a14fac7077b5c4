import type { RelationName } from '../../../../../shared/contract/relations.ts';
import type { DatabasePlace } from '../../../api/tables.ts';
import { stagedKey, useStagedStore } from '../../../stores/staged-store.ts';

/** Answers how many rows of a relation have changes staged. */
export function useStagedCounts(place: DatabasePlace): (relation: RelationName) => number {
  const tables = useStagedStore((store) => store.tables);
  return ({ schema, name }) => tables[stagedKey({ ...place, relation: { schema, name } })]?.rows.size ?? 0;
}
