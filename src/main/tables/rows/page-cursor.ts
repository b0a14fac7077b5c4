import { createHash } from 'node:crypto';
import * as z from 'zod';
import { tableFailure } from './table-failure.ts';

const placeSchema = z.discriminatedUnion('in', [
  /** The values of the order's columns. */
  z.object({ in: z.literal('key'), values: z.array(z.string().nullable()) }),
  z.object({ in: z.literal('stored'), ctid: z.string().regex(/^\(\d{1,10},\d{1,5}\)$/) }),
  z.object({ in: z.literal('none'), offset: z.number().int().min(0) }),
]);

/** Where a page begins or ends. */
export type PagePlace = z.infer<typeof placeSchema>;

/** What the place is one of; it means something else, or nothing, in another relation, order or filter. */
export function cursorPurpose(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 22);
}

export function writeCursor(place: PagePlace, purpose: string): string {
  return Buffer.from(JSON.stringify({ purpose, place })).toString('base64url');
}

/** @throws AppFailure `database-error` (22023) for one of another purpose, or none at all */
export function readCursor(cursor: string, purpose: string): PagePlace {
  const read = z.object({ purpose: z.literal(purpose), place: placeSchema }).safeParse(parsed(cursor));
  if (read.success) return read.data.place;
  throw tableFailure('22023', 'the place is one of another order or filter: begin with the first page again');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
