import type { RelationName } from '../../../shared/contract/tables.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from './relation-facts.ts';

/**
 * Reads them in one round trip. `picked` stands in where the relation has no key of its own.
 * @throws AppFailure `not-found`, ServerFailure
 */
export function readRelationFacts(
  _session: SessionQuery,
  _name: RelationName,
  _picked: readonly string[] | null,
): Promise<RelationFacts> {
  throw new Error('not built yet');
}
