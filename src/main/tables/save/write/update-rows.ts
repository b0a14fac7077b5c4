import { quoteIdentifier } from '../../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { rowVersionSql } from '../../row-version-sql.ts';
import { rowKeySql } from '../lookup/row-key-sql.ts';
import { unnestTexts } from '../lookup/unnest-texts.ts';
import { returningKey, returningRow } from './returning.ts';
import type { WorkUnitOf, WrittenRow } from './row-work.ts';
import { sentColumns } from './sent-columns.ts';
import { writtenByNumber } from './written-by-number.ts';

/** Sets the same columns of all these rows, each to its own values. */
export async function updateRows(
  session: SessionQuery,
  { facts, rows, returnsFinalRows }: WorkUnitOf<'update'>,
): Promise<WrittenRow[]> {
  const key = rowKeySql(facts);
  const { sent, defaults } = sentColumns(facts, rows);
  const edited = [...sent.map(({ name }) => name), ...defaults];
  const told = returnsFinalRows ? returningRow(facts, edited) : returningKey(facts);
  const from = unnestTexts(
    new Map([
      ...key.names.map((name, at) => [name, rows.map((row) => row.key[at] ?? null)] as const),
      ['version', rows.map(({ found }) => found.version)],
      ...sent.map(({ as, texts }) => [as, texts] as const),
    ]),
  );
  const sets = [
    ...sent.map(({ name, value }) => `${quoteIdentifier(name)} = ${value}`),
    ...defaults.map((name) => `${quoteIdentifier(name)} = DEFAULT`),
  ];
  const answer = await session.query(
    `UPDATE ${facts.sqlName} AS t SET ${sets.join(', ')} FROM ${from.sql}
     WHERE ${key.match} AND ${rowVersionSql(facts, 't')} = v.version
     RETURNING v.n, ${told.sql}`,
    from.values,
  );
  return writtenByNumber(rows, told, answer);
}
