import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { rowKeySql } from '../lookup/row-key-sql.ts';
import { unnestTexts } from '../lookup/unnest-texts.ts';

/** How many rows have one of these values in these columns. */
export async function countReferring(
  session: SessionQuery,
  facts: RelationFacts,
  columns: readonly string[],
  keys: readonly (readonly string[])[],
): Promise<number> {
  const { match, names } = rowKeySql(facts, [...columns]);
  const from = unnestTexts(new Map(names.map((name, at) => [name, keys.map((key) => key[at] ?? null)])));
  const { rows } = await session.query(
    `SELECT count(*) FROM ${from.sql} JOIN ${facts.sqlName} AS t ON ${match}`,
    from.values,
  );
  return Number(rows[0]?.[0] ?? 0);
}
