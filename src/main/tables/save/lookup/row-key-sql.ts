import type { RelationColumn } from '../../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../../shared/sql/quote-sql.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';

/** How statements name the values that a row is found by: `t` is the relation, `v` what is sent. */
export interface RowKeySql {
  /** "t" and "v" are the same row. */
  match: string;
  /** An order in which all sessions come across rows. */
  order: string;
  /** The key of "t". */
  select: string;
  /** The key's parts in `v`, one list for each. */
  names: string[];
}

/** By the relation's identity, or by other columns of it. */
export function rowKeySql(facts: RelationFacts, columns = facts.relation.identity?.columns ?? []): RowKeySql {
  const names = columns.map((_, index) => `k${index + 1}`);
  const values = columns.map((name) => `t.${quoteIdentifier(name)}`);
  const texts = values.map((value) => `${value}::text`);
  const isOrdered = (name: string | undefined) => columnOf(facts, name)?.canSort === true;
  const matches = columns.map((name, index) =>
    isOrdered(name)
      ? `${values[index]} = v.${names[index]}::${facts.castTypeOf(name)}`
      : `${texts[index]} = v.${names[index]}`,
  );
  return {
    names,
    match: matches.join(' AND '),
    order: columns.map((name, index) => (isOrdered(name) ? values[index] : texts[index])).join(', '),
    select: values.join(', '),
  };
}

function columnOf({ relation }: RelationFacts, name: string | undefined): RelationColumn | undefined {
  return relation.columns.find((column) => column.name === name);
}
