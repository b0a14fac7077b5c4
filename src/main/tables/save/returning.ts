import type { RelationFacts } from '../relations/relation-facts.ts';
import { rowSelectList } from '../row-select-list.ts';
import { rowVersionSql } from '../row-version-sql.ts';
import { rowKeySql } from './row-key-sql.ts';
import type { WrittenRow } from './row-work.ts';

/** What a statement tells of the rows that it wrote. */
export interface Returning {
  sql: string;
  /** Its first field is the one at `from`. */
  read(fields: readonly (string | null)[], from: number): Pick<WrittenRow, 'key' | 'found'>;
}

/** The key, which finds the row later; with `whole` all of it. */
export function returning(facts: RelationFacts, whole: boolean): Returning {
  const key = rowKeySql(facts);
  const list = rowSelectList(facts, 't');
  const keyOf = (fields: readonly (string | null)[], from: number) =>
    fields.slice(from, from + key.names.length);
  if (!whole) {
    return { sql: key.select || 'NULL', read: (fields, from) => ({ key: keyOf(fields, from), found: null }) };
  }
  return {
    sql: [key.select, rowVersionSql(facts, 't'), list.sql].filter((part) => part !== '').join(', '),
    read(fields, from) {
      const at = from + key.names.length;
      const found = { place: '', version: fields[at] ?? '', cells: list.cellsOf(fields, at + 1) };
      return { key: keyOf(fields, from), found };
    },
  };
}
