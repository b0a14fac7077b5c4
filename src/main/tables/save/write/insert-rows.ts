import { quoteIdentifier } from '../../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { unnestTexts } from '../lookup/unnest-texts.ts';
import { returningKey, returningRow } from './returning.ts';
import type { WorkUnitOf, WrittenRow } from './row-work.ts';
import { sentColumns } from './sent-columns.ts';

/**
 * Inserts rows that name the same columns, in their order; the others take their default. Answers nothing when the
 * server did not insert as many rows as it was given, as nobody could say then which is which.
 *
 * The server takes the sorted rows one by one and returns each as it was inserted, before it takes the next (an INSERT
 * is never split among workers), so the answers are in the same order.
 */
export async function insertRows(
  session: SessionQuery,
  { facts, rows, returnsFinalRows }: WorkUnitOf<'insert'>,
): Promise<WrittenRow[]> {
  const told = returnsFinalRows ? returningRow(facts, null) : returningKey(facts);
  const { sent } = sentColumns(facts, rows);
  const into = `INSERT INTO ${facts.sqlName} AS t`;
  const from = unnestTexts(new Map(sent.map(({ as, texts }) => [as, texts])));
  const columns = sent.map(({ name }) => quoteIdentifier(name)).join(', ');
  const text =
    sent.length === 0
      ? `${into} DEFAULT VALUES RETURNING ${told.sql}`
      : // It says nothing of columns that are no identity.
        `${into} (${columns}) OVERRIDING SYSTEM VALUE
         SELECT ${sent.map(({ value }) => value).join(', ')} FROM ${from.sql} ORDER BY v.n
         RETURNING ${told.sql}`;
  const answer = await session.query(text, from.values);
  if (answer.rows.length !== rows.length) return [];
  return rows.map((work, at) => told.read(answer.rows[at] ?? [], 0, work));
}
