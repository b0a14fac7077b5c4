import type { Relation, RelationColumn } from '../contract/relations.ts';
import type { Cell } from '../contract/results.ts';
import type { RowChange } from '../contract/row-changes.ts';
import { quoteLiteral } from '../sql/quote-sql.ts';
import { quoteWhereNeeded } from '../sql/quote-where-needed.ts';
import { previewLiteral } from './preview-literal.ts';

type FoundChange = Exclude<RowChange, { kind: 'insert' }>;

/** What finds the row, provided that it is still what was read. */
export function previewRowTest(relation: Relation, { key, version, before }: FoundChange): string {
  const { columns, identity, hasVersion } = relation;
  if (!hasVersion || version === null) {
    return columns.map((column, at) => equals(column, before[at] ?? null)).join(' AND ');
  }
  const parts = (identity?.columns ?? []).flatMap((name, at) => {
    const column = columns.find((one) => one.name === name);
    return column === undefined ? [] : [equals(column, key[at] ?? null)];
  });
  return [...parts, `xmin = ${quoteLiteral(version)}`].join(' AND ');
}

function equals(column: RelationColumn, cell: Cell): string {
  const name = quoteWhereNeeded(column.name);
  if (cell === null) return `${name} IS NULL`;
  if (typeof cell === 'string') {
    return column.canSort
      ? `${name} = ${previewLiteral(column, cell)}`
      : `${name}::text = ${quoteLiteral(cell).trim()}`;
  }
  const start = quoteLiteral(cell.start).trim();
  return `octet_length(${name}::text) = ${cell.lengthBytes} AND starts_with(${name}::text, ${start})`;
}
