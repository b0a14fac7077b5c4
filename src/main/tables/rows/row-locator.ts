import * as z from 'zod';
import type { AppFailure } from '../../lib/app-failure.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import type { SqlWriter } from './sql-writer.ts';
import { tableFailure } from './table-failure.ts';

const locatorSchema = z.union([
  z.object({ key: z.array(z.string()).min(1) }),
  z.object({ ctid: z.string().regex(/^\(\d{1,10},\d{1,5}\)$/), xmin: z.string().regex(/^\d{1,10}$/) }),
]);

interface FoundRow {
  key: readonly (string | null)[] | null;
  place: { ctid: string; xmin: string } | null;
}

/**
 * By the values of the identity's columns; else by its place and the transaction that put it there, since another row may
 * come to that place. Null: it cannot be found again.
 */
export function writeLocator({ key, place }: FoundRow): string | null {
  if (key?.every((value) => value !== null) === true) return JSON.stringify({ key });
  return place === null ? null : JSON.stringify(place);
}

/**
 * The condition that finds the row again.
 * @throws AppFailure `database-error` (22023) when the relation has another identity by now
 */
export function locatorSql(facts: RelationFacts, locator: string, writer: SqlWriter): string {
  const place = read(locator);
  if (place === null) throw misfit();
  if ('ctid' in place) {
    const { ctid, xmin } = place;
    return `${writer.place()} = ${writer.value(ctid, 'tid')} AND xmin = ${writer.value(xmin, 'xid')}`;
  }
  const columns = facts.relation.identity?.columns ?? [];
  if (columns.length !== place.key.length) throw misfit();
  return columns
    .map((name, at) => {
      const castType = facts.castTypeOf(name) ?? null;
      return `${writer.column(name)} = ${writer.value(place.key[at] ?? '', castType)}`;
    })
    .join(' AND ');
}

/** For a message. */
export function locatorName(locator: string): string {
  const place = read(locator);
  if (place === null) return '';
  return 'ctid' in place ? place.ctid : place.key.join(', ');
}

function read(locator: string): z.infer<typeof locatorSchema> | null {
  try {
    return locatorSchema.parse(JSON.parse(locator));
  } catch {
    return null;
  }
}

function misfit(): AppFailure {
  return tableFailure('22023', 'the row was found by other columns: read the rows again');
}
