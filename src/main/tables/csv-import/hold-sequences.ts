import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { inSavepoint } from '../transactions/in-savepoint.ts';
import { sequencesOf } from './sequences-of.ts';

const waitMs = 1000;

/**
 * Lets the sequences behind columns that get no value of the file go back with the transaction: one that was altered
 * draws from a copy. Others who draw from it wait until then. One that may not be altered, or that somebody holds, moves.
 */
export async function holdSequences(
  session: SessionQuery,
  facts: RelationFacts,
  filled: readonly (string | null)[],
): Promise<void> {
  const sequences = (await sequencesOf(session, facts)).filter(({ column }) => !filled.includes(column));
  if (sequences.length === 0) return;
  await session.query(`SET LOCAL lock_timeout = ${waitMs}`);
  for (const { sqlName, increment } of sequences) {
    await inSavepoint(session, () => session.query(`ALTER SEQUENCE ${sqlName} INCREMENT BY ${increment}`));
  }
  await session.query('SET LOCAL lock_timeout TO DEFAULT');
}
