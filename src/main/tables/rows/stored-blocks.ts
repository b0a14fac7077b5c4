import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';

/**
 * How many blocks a relation has in which each row has a place of its own. Null: it has none, or shares its rows' places
 * with tables that inherit from it.
 * @throws ServerFailure
 */
export async function storedBlocks(
  session: Pick<SessionQuery, 'query'>,
  { oid, relation: { kind, hasVersion } }: RelationFacts,
): Promise<number | null> {
  if (kind !== 'materialized-view' && !(kind === 'table' && hasVersion)) return null;
  const { rows } = await session.query(
    `SELECT pg_relation_size(c.oid) / current_setting('block_size')::int8
    FROM pg_catalog.pg_class c WHERE c.oid = $1::oid AND NOT c.relhassubclass`,
    [String(oid)],
  );
  const [blocks] = rows[0] ?? [];
  return blocks == null ? null : Number(blocks);
}
