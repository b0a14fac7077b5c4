import * as z from 'zod';
import type { RowFilter } from '../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { countMatching } from './count-matching.ts';
import { filterSql } from './filter-sql.ts';
import { ParameterWriter } from './parameter-writer.ts';
import { storedBlocks } from './stored-blocks.ts';

/** Counted within a few milliseconds; about a small table that was never analyzed the planner is wrong by far. */
const countedBlocks = 512;
const planSchema = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]);

/**
 * About how many rows match, at once: of a small table counted, else as statistics or the planner have it.
 * @throws ServerFailure, AppFailure of the filter
 */
export async function estimateRows(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  filter: RowFilter,
): Promise<number> {
  const blocks = filter.where === '' ? await storedBlocks(session, facts) : null;
  if (blocks !== null && blocks <= countedBlocks) return countMatching(session, facts, filter);
  const isFiltered = filter.where !== '' || filter.conditions.length > 0;
  const { estimatedRows } = facts.relation;
  return !isFiltered && estimatedRows !== null ? estimatedRows : plannedRows(session, facts, filter);
}

async function plannedRows(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  filter: RowFilter,
): Promise<number> {
  const writer = new ParameterWriter(facts.relation.name);
  const where = filterSql(facts, filter, writer);
  const { rows } = await session.query(
    `EXPLAIN (FORMAT JSON) SELECT FROM ${facts.sqlName} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`,
    writer.values,
  );
  const [{ Plan: plan }] = planSchema.parse(JSON.parse(rows[0]?.[0] ?? ''));
  return plan['Plan Rows'];
}
