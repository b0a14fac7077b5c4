import type { ForeignKey } from '../../../../shared/contract/relations.ts';
import type { RowChange } from '../../../../shared/contract/row-changes.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';

const untouchedQuery = `
  SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = $1::text::oid AND NOT tgisinternal)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_rewrite WHERE ev_class = $1::text::oid)
    AND NOT (SELECT relhassubclass FROM pg_catalog.pg_class WHERE oid = $1::text::oid)`;

/**
 * Whether rows are at the end what the statement that wrote them told: nothing is done to them later by triggers, rules
 * and foreign keys, nor by those of tables that inherit from this one. Rows of partitions tell no version when they move
 * to another one.
 */
export async function returnsFinalRows(
  session: SessionQuery,
  { relation, oid }: RelationFacts,
  changes: readonly RowChange[],
): Promise<boolean> {
  const deletes = changes.some(({ kind }) => kind === 'delete');
  const isMoved = relation.referencedBy.some(
    ({ onDelete, onUpdate }) => (deletes && !isPassive(onDelete)) || !isPassive(onUpdate),
  );
  if (relation.kind !== 'table' || !relation.hasVersion || isMoved) return false;
  const { rows } = await session.query(untouchedQuery, [String(oid)]);
  return rows[0]?.[0] === 't';
}

function isPassive(action: ForeignKey['onDelete']): boolean {
  return action === 'no action' || action === 'restrict';
}
