import * as z from 'zod';
import { cellSchema } from './results.ts';

/** Columns that the person says identify a row. */
export const pickedIdentity = z.array(z.string()).min(1).nullable();

export const rowOrderSchema = z.array(z.object({ column: z.string(), descending: z.boolean() })).max(8);
export type RowOrder = z.infer<typeof rowOrderSchema>;

export const filterOperatorSchema = z.enum([
  'equals',
  'differs',
  'less',
  'at-most',
  'more',
  'at-least',
  /** Both ends belong to it; two values. */
  'between',
  /** One of the values. */
  'in',
  /** In any case, `%` and `_` as they are. */
  'contains',
  'starts-with',
  'ends-with',
  /** A regular expression, in any case. */
  'matches',
  'is-null',
  'is-not-null',
  'is-true',
  'is-false',
  /** An element of an array; of JSON: `@>`. */
  'holds',
]);
export type FilterOperator = z.infer<typeof filterOperatorSchema>;

export const filterConditionSchema = z.object({
  column: z.string(),
  operator: filterOperatorSchema,
  values: z.array(z.string()).max(10_000),
});
export type FilterCondition = z.infer<typeof filterConditionSchema>;

export const rowFilterSchema = z.object({
  match: z.enum(['all', 'any']),
  conditions: z.array(filterConditionSchema).max(50),
  /** One SQL expression as the person wrote it, beside the conditions; "": none. */
  where: z.string().max(100_000),
});
export type RowFilter = z.infer<typeof rowFilterSchema>;

/** A place in the order; only for the order and filter it came with. Holds values of a row. */
const cursor = z.string();

export const pageWishSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('first') }),
  z.object({ at: z.literal('last') }),
  z.object({ at: z.literal('after'), cursor }),
  z.object({ at: z.literal('before'), cursor }),
]);
export type PageWish = z.infer<typeof pageWishSchema>;

export const tableRowSchema = z.object({
  /** In the order of the relation's columns. A value over 10 kB comes as its beginning and its whole length. */
  cells: z.array(cellSchema),
  /** Another text when the row was written since: `xmin`, or, where rows have none (views, foreign tables), a digest. */
  version: z.string().nullable(),
  /** Finds this row again for one whole value; null: it cannot be found. */
  locator: z.string().nullable(),
});
export type TableRow = z.infer<typeof tableRowSchema>;

/**
 * How the rows follow each other. `key`: by key or by the asked-for order and key. `stored`: as they lie on the disk.
 * `none`: the server may answer in another order each time.
 */
export const rowSequenceSchema = z.enum(['key', 'stored', 'none']);

export const rowPageSchema = z.object({
  rows: z.array(tableRowSchema),
  /** Null: no row comes before, or after, this page. */
  before: cursor.nullable(),
  after: cursor.nullable(),
  sequence: rowSequenceSchema,
  /** The query as a person would type it, values in place. */
  sql: z.string(),
  /** Of the relation when the rows were read. */
  fingerprint: z.string(),
  durationMs: z.number(),
});
export type RowPage = z.infer<typeof rowPageSchema>;
