import type { ForeignKey, Relation, RelationName } from '../../../../../shared/contract/relations.ts';
import type { Cell } from '../../../../../shared/contract/results.ts';
import type { RowFilter } from '../../../../../shared/contract/table-rows.ts';

/** A way from one row to rows that belong to it by a foreign key. */
export interface RowJump {
  constraint: string;
  to: RelationName;
  filter: RowFilter;
}

type JumpRelation = Pick<Relation, 'columns' | 'foreignKeys' | 'referencedBy'>;

/** To the row that a value points to; several where a column is part of several keys. */
export function jumpsFromValue(relation: JumpRelation, cells: readonly Cell[], column: string): RowJump[] {
  return relation.foreignKeys
    .filter(({ fromColumns }) => fromColumns.includes(column))
    .flatMap((key) => jump(relation, cells, key, key.fromColumns, key.to, key.toColumns));
}

/** To the rows that point to this one. */
export function jumpsToReferrers(relation: JumpRelation, cells: readonly Cell[]): RowJump[] {
  return relation.referencedBy.flatMap((key) =>
    jump(relation, cells, key, key.toColumns, key.from, key.fromColumns),
  );
}

/** None where a value is NULL, or not at hand as a whole. */
function jump(
  { columns }: JumpRelation,
  cells: readonly Cell[],
  { name }: ForeignKey,
  from: readonly string[],
  to: RelationName,
  toColumns: readonly string[],
): RowJump[] {
  const conditions: RowFilter['conditions'] = [];
  for (const [index, column] of from.entries()) {
    const value = cells[columns.findIndex((one) => one.name === column)];
    const target = toColumns[index];
    if (typeof value !== 'string' || target === undefined) return [];
    conditions.push({ column: target, operator: 'equals', values: [value] });
  }
  return [{ constraint: name, to, filter: { match: 'all', conditions, where: '' } }];
}
