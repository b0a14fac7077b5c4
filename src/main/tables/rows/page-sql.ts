import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import { quoteWhereNeeded } from '../../../shared/sql/quote-where-needed.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { filterSql } from './filter-sql.ts';
import { keysetRuns } from './keyset-runs.ts';
import { keysetSql } from './keyset-sql.ts';
import { literalWriter } from './literal-writer.ts';
import type { OrderColumn } from './order-column.ts';
import { orderSql } from './order-sql.ts';
import { type PageStart, pageRows } from './page-start.ts';
import { reversedOrder } from './reversed-order.ts';
import type { RowOrdering } from './row-ordering.ts';

const place: OrderColumn = { name: null, descending: false, mayBeNull: false, castType: 'tid' };

/**
 * A page's query as a person would type it: one statement with all values in place, without a semicolon. `offset` is where
 * a page begins that is found by counting.
 */
export function pageSql(
  facts: RelationFacts,
  filter: RowFilter,
  { ordering, start, offset }: { ordering: RowOrdering; start: PageStart; offset: number },
): string {
  const isStored = ordering.sequence === 'stored';
  const columns = isStored ? [place] : ordering.columns;
  const backwards = start.backwards && ordering.sequence !== 'none';
  // Without a sort, which would be one of the whole table, rows come as they are stored.
  const order = backwards ? reversedOrder(columns) : isStored ? [] : columns;
  const where = [...filterSql(facts, filter, literalWriter), ...beyondSql(columns, start)];
  const lines = [
    `SELECT ${backwards && columns.some(({ name }) => name === null) ? '*, ctid' : '*'}`,
    `FROM ${quoteWhereNeeded(facts.relation.schema)}.${quoteWhereNeeded(facts.relation.name)}`,
    ...(where.length > 0 ? [`WHERE ${where.join('\n  AND ')}`] : []),
    ...(order.length > 0 ? [`ORDER BY ${orderSql(order, literalWriter)}`] : []),
    `LIMIT ${pageRows}`,
    ...(offset > 0 ? [`OFFSET ${offset}`] : []),
  ];
  if (!backwards) return lines.join('\n');
  const turned = orderSql(columns, literalWriter);
  return `SELECT * FROM (\n${lines.join('\n')}\n) AS page\nORDER BY ${turned}`;
}

/** What is behind the page's start: all runs in one condition. */
function beyondSql(columns: readonly OrderColumn[], { backwards, from }: PageStart): string[] {
  if (from === null || from.in === 'none') return [];
  const values = from.in === 'stored' ? [from.ctid] : from.values;
  const runs = keysetRuns(backwards ? reversedOrder(columns) : columns, values);
  const [first, ...others] = runs.map((run) => keysetSql(run, literalWriter));
  if (first === undefined) return ['false'];
  if (others.length === 0) return first;
  const either = [first, ...others].map((terms) => terms.join(' AND ')).join('\n    OR ');
  return [`(${either})`];
}
