import type { TextRows } from '../../../postgres/console-connection.ts';
import type { Returning } from './returning.ts';
import type { RowWork, WrittenRow } from './row-work.ts';

/** Reads answers that begin with `v.n`. */
export function writtenByNumber(
  rows: readonly RowWork[],
  { read }: Returning,
  answer: TextRows,
): WrittenRow[] {
  return answer.rows.flatMap((fields) => {
    const work = rows[Number(fields[0]) - 1];
    return work === undefined ? [] : [read(fields, 1, work)];
  });
}
