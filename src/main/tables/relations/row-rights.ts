import type {
  ReadOnlyReason,
  Relation,
  RelationKind,
  RowIdentity,
} from '../../../shared/contract/relations.ts';
import type { RawRelation } from './raw-relation.ts';

type RightFacts = Pick<RawRelation, 'isStandby' | 'mayInsert' | 'mayUpdate' | 'mayDelete' | 'updatable'>;

/** Bits of `pg_relation_is_updatable`: 1 << CmdType, src/include/nodes/nodes.h */
const updateBit = 4;
const insertBit = 8;
const deleteBit = 16;

/** What may be done with the rows, and why not, if nothing may be changed. */
export function rowRights(
  facts: RightFacts,
  kind: RelationKind,
  identity: RowIdentity | null,
): Pick<Relation, 'can' | 'readOnlyReason'> {
  const lets = (bit: number) => !facts.isStandby && (facts.updatable & bit) !== 0;
  const can = {
    insert: facts.mayInsert && lets(insertBit),
    update: facts.mayUpdate && lets(updateBit),
    delete: facts.mayDelete && lets(deleteBit),
  };
  return { can, readOnlyReason: reasonOf(facts, kind, can, identity) };
}

function reasonOf(
  { isStandby, updatable }: RightFacts,
  kind: RelationKind,
  can: Relation['can'],
  identity: RowIdentity | null,
): ReadOnlyReason | null {
  if (kind === 'materialized-view') return kind;
  if (isStandby) return 'standby';
  if ((updatable & (updateBit | insertBit | deleteBit)) === 0) {
    return kind === 'foreign-table' ? 'foreign-table-not-updatable' : 'view-not-updatable';
  }
  if (!can.insert && !can.update && !can.delete) return 'no-privilege';
  // Who may only add rows needs none.
  return identity === null && (can.update || can.delete) ? 'no-key' : null;
}
