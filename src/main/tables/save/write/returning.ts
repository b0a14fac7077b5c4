import type { RelationFacts } from '../../relations/relation-facts.ts';
import { rowSelectList } from '../../row-select-list.ts';
import { rowVersionSql } from '../../row-version-sql.ts';
import { rowKeySql } from '../lookup/row-key-sql.ts';
import type { RowWork, WrittenRow } from './row-work.ts';

/** What a statement tells of the rows that it wrote. */
export interface Returning {
  sql: string;
  /** Its first field is the one at `from`. */
  read(fields: readonly (string | null)[], from: number, work: RowWork): WrittenRow;
}

/** The key, by which the row is read later. */
export function returningKey(facts: RelationFacts): Returning {
  const { select, names } = rowKeySql(facts);
  return {
    sql: select || 'NULL',
    read: (fields, from, work) => ({ work, now: { key: fields.slice(from, from + names.length) } }),
  };
}

/** The whole row; of one that was found before, only `edited` and what is generated, as the rest is known. */
export function returningRow(facts: RelationFacts, edited: readonly string[] | null): Returning {
  const { relation } = facts;
  const isTold = relation.columns.map(
    ({ name, generated }) => edited === null || generated !== null || edited.includes(name),
  );
  const columns = relation.columns.filter((_, at) => isTold[at]);
  const list = rowSelectList({ ...facts, relation: { ...relation, columns } }, 't');
  return {
    sql: `${rowVersionSql(facts, 't')}, ${list.sql}`,
    read(fields, from, work) {
      const told = list.cellsOf(fields, from + 1).values();
      const known = work.kind === 'insert' ? [] : work.found.cells;
      const cells = isTold.map((isNew, at) => (isNew ? told.next().value : known[at]) ?? null);
      return { work, now: { place: '', version: fields[from] ?? '', cells } };
    },
  };
}
