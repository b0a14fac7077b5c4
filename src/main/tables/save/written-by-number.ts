import type { TextRows } from '../../postgres/console-connection.ts';
import type { RowWork, WrittenRow } from './row-work.ts';

/** Reads answers of `v.n` and the key. */
export function writtenByNumber(rows: readonly RowWork[], answer: TextRows): WrittenRow[] {
  return answer.rows.flatMap(([n, ...key]) => {
    const work = rows[Number(n) - 1];
    return work === undefined ? [] : [{ work, key }];
  });
}
