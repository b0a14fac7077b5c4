import type { Relation } from '../../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { readRelationFacts } from '../../relations/read-relation-facts.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { inSavepoint } from '../../transactions/in-savepoint.ts';
import type { SavePart } from '../save-job.ts';
import { SaveStopped } from '../save-stopped.ts';

/**
 * Learns what the relation is, and sees to it that it stays so until the transaction ends.
 * @throws SaveStopped `relation-changed`, AppFailure `not-found`, ServerFailure
 */
export async function openPart(session: SessionQuery, part: SavePart): Promise<RelationFacts> {
  const { schema, name } = part.name;
  // Whoever reads it keeps others from altering it; if it is not there, the next says so.
  await inSavepoint(session, () =>
    session.query(`SELECT FROM ${quoteIdentifier(schema)}.${quoteIdentifier(name)} LIMIT 0`),
  );
  const facts = await readRelationFacts(session, part.name, part.picked);
  if (facts.relation.fingerprint === part.fingerprint && fits(part, facts.relation)) return facts;
  throw new SaveStopped({ outcome: 'relation-changed' });
}

/** Rows that were read of it have its columns and its key. */
function fits({ changes }: SavePart, { columns, identity }: Relation): boolean {
  return changes.every(
    (change) =>
      change.kind === 'insert' ||
      (change.before.length === columns.length && change.key.length === identity?.columns.length),
  );
}
