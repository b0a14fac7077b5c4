import * as z from 'zod';
import { procedure } from './base.ts';

export const resultColumnSchema = z.object({
  /** As the server named it; may be empty or stand twice. */
  name: z.string(),
  typeOid: z.number().int(),
  /** The type's usual name: "integer", "character varying", "jsonb[]"; `oid N` while it is not known. */
  type: z.string(),
  /** Numbers stand to the right. */
  align: z.enum(['left', 'right']),
});
export type ResultColumn = z.infer<typeof resultColumnSchema>;

export const resultInfoSchema = z.object({
  id: z.string(),
  /** "Result N", from 1 in each run. */
  number: z.number().int(),
  /** What psql prints above: "List of relations". */
  title: z.string().nullable(),
  /** What psql prints below: indexes, constraints. */
  footers: z.array(z.string()),
  /** At most 300 characters, passwords masked. */
  statement: z.string(),
  columns: z.array(resultColumnSchema),
  /** One column per line, as `\x` and `\gx` show it. */
  expanded: z.boolean().optional(),
  rowCount: z.number().int(),
  sizeBytes: z.number(),
  /** `capped`: the query was cancelled as `capped` says; what came until then is here. */
  state: z.enum(['running', 'complete', 'cancelled', 'failed', 'capped']),
  /**
   * `disk`: the limit of `bytes` was reached, and the person may ask for all of it. `row`: one row was longer than the
   * limit. `disk-full`: this machine's disk is full; `disk-failed`: it could not be written to. `bytes` are kept then.
   */
  capped: z
    .object({ limit: z.enum(['disk', 'row', 'disk-full', 'disk-failed']), bytes: z.number() })
    .nullable(),
  /** The server's command tag: "SELECT 3". */
  command: z.string().nullable(),
  firstRowMs: z.number().nullable(),
  durationMs: z.number().nullable(),
});
export type ResultInfo = z.infer<typeof resultInfoSchema>;

/** A value as the server's text; null is NULL. One over 10 kB comes as its beginning and its whole length. */
export const cellSchema = z.union([
  z.string(),
  z.null(),
  z.object({ start: z.string(), lengthBytes: z.number().int() }),
]);
export type Cell = z.infer<typeof cellSchema>;

export const csvOptionsSchema = z.object({
  delimiter: z.enum([',', ';', '\t']),
  header: z.boolean(),
  /** What stands for NULL; "" cannot be told from an empty text. */
  nullText: z.string(),
  /** Values that a spreadsheet would run (`=`, `+`, `-`, `@`, tab, return first) get an apostrophe before them. */
  escapeFormulas: z.boolean(),
});

export const exportFormatSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('csv'), ...csvOptionsSchema.shape }),
  z.object({ format: z.literal('json') }),
  z.object({ format: z.literal('json-lines') }),
  /** INSERT statements into `table`, which is quoted. */
  z.object({ format: z.literal('sql'), table: z.string().min(1) }),
]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

const resultId = z.string();
const rowIndex = z.number().int().min(0);

export const results = {
  /** Rows `from`…, at most 500 and at most about 4 MB; also while more arrive. */
  page: procedure
    .input(z.object({ resultId, from: rowIndex, count: z.number().int().min(1).max(500) }))
    .output(z.object({ from: rowIndex, rows: z.array(z.array(cellSchema)) })),
  /** A piece of one value as text, `offset` and `nextOffset` in bytes of UTF-8; null `nextOffset`: that was all. */
  cell: procedure
    .input(z.object({ resultId, row: rowIndex, column: rowIndex, offset: z.number().int().min(0) }))
    .output(z.object({ text: z.string().nullable(), nextOffset: z.number().int().nullable() })),
  /**
   * The next cell whose text contains `text` (case-insensitive), the given cell included, onwards or backwards, around
   * the end. Null: there is none.
   */
  find: procedure
    .input(
      z.object({
        resultId,
        text: z.string().min(1).max(1000),
        row: rowIndex,
        column: rowIndex,
        backwards: z.boolean(),
      }),
    )
    .output(z.object({ row: rowIndex, column: rowIndex }).nullable()),
  /**
   * Writes the rows that are there at the call to a file. Where the host can ask for a place (`saved`, null when the
   * person cancelled) it is written there; else the page fetches it once, within a minute: `pageLink.downloadPath`.
   */
  export: procedure
    .input(z.object({ resultId, fileName: z.string().max(200), as: exportFormatSchema }))
    .output(
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('saved'), path: z.string().nullable() }),
        z.object({ way: z.literal('download'), ticket: z.string() }),
      ]),
    ),
};
