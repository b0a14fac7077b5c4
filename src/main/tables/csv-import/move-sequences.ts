import { quoteIdentifier, quoteLiteral } from '../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { type ColumnSequence, sequencesOf } from './sequences-of.ts';

export interface MovedSequence {
  column: string;
  /** The value that the next row gets. */
  next: string;
}

/**
 * Moves the sequences behind these columns beyond the values that the table has, where they stand before them: else the
 * next row would take a value that was imported. A sequence never moves back.
 */
export async function moveSequences(
  session: SessionQuery,
  facts: RelationFacts,
  columns: readonly (string | null)[],
): Promise<MovedSequence[]> {
  const whole = new Set(
    facts.relation.columns.flatMap(({ name, integerBytes }) => (integerBytes === null ? [] : [name])),
  );
  const moved: MovedSequence[] = [];
  for (const sequence of await sequencesOf(session, facts)) {
    if (!columns.includes(sequence.column) || !whole.has(sequence.column)) continue;
    const next = await move(session, facts.sqlName, sequence);
    if (next !== null) moved.push({ column: sequence.column, next });
  }
  return moved;
}

async function move(
  session: SessionQuery,
  table: string,
  { column, sqlName, increment }: ColumnSequence,
): Promise<string | null> {
  const [outermost, isBeyond] = increment > 0n ? ['max', '>'] : ['min', '<'];
  const { rows } = await session.query(`
    SELECT pg_catalog.setval(${quoteLiteral(sqlName)}::pg_catalog.regclass, t.last, true)::text
    FROM (SELECT pg_catalog.${outermost}(${quoteIdentifier(column)})::int8 AS last FROM ${table}) AS t,
      ${sqlName} AS s
    WHERE t.last ${isBeyond} s.last_value OR (t.last = s.last_value AND NOT s.is_called)`);
  const last = rows[0]?.[0];
  return last == null ? null : String(BigInt(last) + increment);
}
