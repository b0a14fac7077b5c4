import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { rowVersionSql } from '../../row-version-sql.ts';
import { rowKeySql } from '../lookup/row-key-sql.ts';
import { unnestTexts } from '../lookup/unnest-texts.ts';
import { returningKey } from './returning.ts';
import type { WorkUnitOf, WrittenRow } from './row-work.ts';
import { writtenByNumber } from './written-by-number.ts';

export async function deleteRows(
  session: SessionQuery,
  { facts, rows }: WorkUnitOf<'delete'>,
): Promise<WrittenRow[]> {
  const key = rowKeySql(facts);
  const told = returningKey(facts);
  const from = unnestTexts(
    new Map([
      ...key.names.map((name, at) => [name, rows.map((row) => row.key[at] ?? null)] as const),
      ['version', rows.map(({ found }) => found.version)],
    ]),
  );
  const answer = await session.query(
    `DELETE FROM ${facts.sqlName} AS t USING ${from.sql}
     WHERE ${key.match} AND ${rowVersionSql(facts, 't')} = v.version
     RETURNING v.n, ${told.sql}`,
    from.values,
  );
  return writtenByNumber(rows, told, answer);
}
