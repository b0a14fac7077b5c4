import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import type { FetchedRow } from './fetch-rows.ts';
import type { OrderColumn } from './order-column.ts';
import { columnSql } from './order-sql.ts';
import { ParameterWriter } from './parameter-writer.ts';
import { locatorSql, writeLocator } from './row-locator.ts';

/**
 * The values that say where a row stands in an order, whole: those that came as their beginning only are read once more,
 * from the same snapshot.
 * @throws ServerFailure
 */
export async function wholeValues(
  session: Pick<SessionQuery, 'query'>,
  facts: RelationFacts,
  row: FetchedRow,
  columns: readonly OrderColumn[],
): Promise<(string | null)[]> {
  const known = columns.map(({ name }) => knownValue(facts, row, name));
  if (known.every((value) => value !== undefined)) return known;
  const writer = new ParameterWriter(facts.relation.name);
  const names = columns.map((column) => columnSql(column, writer)).join(', ');
  const found = locatorSql(facts, writeLocator(row) ?? '', writer);
  const { rows } = await session.query(`SELECT ${names} FROM ${facts.sqlName} WHERE ${found}`, writer.values);
  return columns.map((_, at) => rows[0]?.[at] ?? null);
}

/** Undefined: only its beginning is. */
function knownValue(
  { relation }: RelationFacts,
  row: FetchedRow,
  name: string | null,
): string | null | undefined {
  if (name === null) return row.place?.ctid ?? null;
  const inKey = relation.identity?.columns.indexOf(name) ?? -1;
  if (inKey >= 0) return row.key?.[inKey] ?? null;
  const cell = row.cells[relation.columns.findIndex((column) => column.name === name)] ?? null;
  return cell === null || typeof cell === 'string' ? cell : undefined;
}
