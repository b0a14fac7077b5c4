import type { Cell } from '../../../shared/contract/results.ts';
import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { rowSelectList } from '../row-select-list.ts';
import { rowVersionSql } from '../row-version-sql.ts';
import { filterSql } from './filter-sql.ts';
import type { OrderColumn } from './order-column.ts';
import { orderSql } from './order-sql.ts';
import { ParameterWriter } from './parameter-writer.ts';
import type { SqlWriter } from './sql-writer.ts';

export interface RowSource {
  session: Pick<SessionQuery, 'query'>;
  facts: RelationFacts;
  filter: RowFilter;
  /** A row has a place of its own, `ctid`, and the transaction that put it there, `xmin`. */
  hasPlace: boolean;
}

/** Some of the rows that match the filter. */
export interface RowStretch {
  /** What they must fulfil besides. */
  conditions(writer: SqlWriter): string[];
  order: readonly OrderColumn[];
  limit: number;
  offset?: number;
}

export interface FetchedRow {
  cells: Cell[];
  version: string | null;
  /** Whole values of the identity's columns; null: there is none. */
  key: (string | null)[] | null;
  /** Null: rows of this relation have none. */
  place: { ctid: string; xmin: string } | null;
}

/**
 * Reads rows with one statement. What costs something for each row (printing long values, digests) is done for those that
 * are in the page only.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function fetchRows(source: RowSource, stretch: RowStretch): Promise<FetchedRow[]> {
  const { session, facts, filter, hasPlace } = source;
  const { relation } = facts;
  const writer = new ParameterWriter(relation.name);
  const list = rowSelectList(facts, 'page');
  const key = relation.identity?.columns ?? [];
  const hasVersion = relation.hasVersion || (relation.identity !== null && relation.readOnlyReason === null);
  const fields = [
    hasVersion ? rowVersionSql(facts, 'page') : 'NULL',
    ...(hasPlace ? ['page.ctid', 'page.xmin'] : ['NULL', 'NULL']),
    ...key.map((name) => `page.${quoteIdentifier(name)}`),
    ...(list.fieldCount > 0 ? [list.sql] : []),
  ];
  const system = [...(relation.hasVersion || hasPlace ? ['xmin'] : []), ...(hasPlace ? ['ctid'] : [])];
  const where = [...filterSql(facts, filter, writer), ...stretch.conditions(writer)];
  const { rows } = await session.query(
    `SELECT ${fields.join(', ')}
    FROM (SELECT ${['*', ...system].join(', ')} FROM ${facts.sqlName}
      ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
      ${stretch.order.length > 0 ? `ORDER BY ${orderSql(stretch.order, writer)}` : ''}
      LIMIT ${stretch.limit} OFFSET ${stretch.offset ?? 0}) AS page`,
    writer.values,
  );
  return rows.map(([version = null, ctid = null, xmin = null, ...values]) => ({
    version,
    place: ctid === null || xmin === null ? null : { ctid, xmin },
    key: key.length > 0 ? values.slice(0, key.length) : null,
    cells: list.cellsOf(values, key.length),
  }));
}
