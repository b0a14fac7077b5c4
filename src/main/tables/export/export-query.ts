import type { ExportFormat } from '../../../shared/contract/results.ts';
import type { RowFilter, RowOrder } from '../../../shared/contract/table-rows.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { filterSql } from '../rows/filter-sql.ts';
import { literalWriter } from '../rows/literal-writer.ts';
import { orderSql } from '../rows/order-sql.ts';
import { rowOrdering } from '../rows/row-ordering.ts';

/**
 * The rows of a file, values in place, since COPY takes no parameters. In the asked-for order and that of the key, so
 * that the same rows make the same file. SQL leaves generated columns out: they take no values.
 * @throws AppFailure `database-error` when the filter or the order cannot be
 */
export function exportQuery(
  facts: RelationFacts,
  { filter, order }: { filter: RowFilter; order: RowOrder },
  format: ExportFormat['format'],
): string {
  const columns = facts.relation.columns.filter(({ generated }) => format !== 'sql' || generated === null);
  const where = filterSql(facts, filter, literalWriter);
  const ordering = rowOrdering(facts, order, null);
  const by = ordering.sequence === 'stored' ? [] : ordering.columns;
  return [
    `SELECT ${columns.map(({ name }) => quoteIdentifier(name)).join(', ')} FROM ${facts.sqlName}`,
    ...(where.length > 0 ? [`WHERE ${where.join('\nAND ')}`] : []),
    ...(by.length > 0 ? [`ORDER BY ${orderSql(by, literalWriter)}`] : []),
  ].join('\n');
}
