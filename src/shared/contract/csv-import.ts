import * as z from 'zod';
import { sqlErrorSchema } from './consoles.ts';

/** As a file may be written. A byte order mark at its start is no part of it. */
export const csvEncodingSchema = z.enum(['UTF8', 'UTF16LE', 'UTF16BE', 'WIN1252', 'LATIN1', 'LATIN9']);
export type CsvEncoding = z.infer<typeof csvEncodingSchema>;

export const importOptionsSchema = z.object({
  encoding: csvEncodingSchema,
  /** One byte, as the server takes it. */
  delimiter: z.string().regex(/^[^\0\r\n"'\x80-\uffff]$/),
  quote: z.enum(['"', "'"]),
  /** The first line names the columns. */
  header: z.boolean(),
  /** What stands for NULL, when it is not in quotes. */
  nullText: z.string().max(100),
  /** For each column of the file where it goes; null: nowhere. */
  columns: z
    .array(z.string().nullable())
    .max(1600)
    .refine((columns) => columns.some((column) => column !== null)),
  /** Moves the sequences behind imported columns beyond the imported values. */
  moveSequences: z.boolean(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const badLineSchema = z.object({
  /** From 1, as an editor counts; where the record begins. */
  line: z.number().int(),
  column: z.string().nullable(),
  /** The server's words, or what is wrong with the line itself. */
  reason: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('server'),
      message: z.string(),
      detail: z.string().nullable(),
      sqlState: z.string(),
    }),
    z.object({ kind: z.literal('too-few'), expected: z.number(), found: z.number() }),
    z.object({ kind: z.literal('too-many'), expected: z.number(), found: z.number() }),
    z.object({ kind: z.literal('open-quote') }),
    z.object({ kind: z.literal('bad-encoding') }),
  ]),
  /** The beginning of the line, at most 200 characters. */
  text: z.string(),
});
export type BadLine = z.infer<typeof badLineSchema>;

export const importStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    readBytes: z.number(),
    sizeBytes: z.number(),
    /** Lines that were looked at; null while the server counts for itself. */
    lines: z.number().nullable(),
    /** The file is in, the server finishes (indexes, constraints). */
    finishing: z.boolean(),
  }),
  z.object({
    state: z.literal('imported'),
    rows: z.number(),
    durationMs: z.number(),
    /** Sequences that were moved, with the value the next row gets. */
    sequences: z.array(z.object({ column: z.string(), next: z.string() })),
  }),
  /** Nothing was imported: the server stopped at its first error. Check the file to find all. */
  z.object({ state: z.literal('refused'), error: sqlErrorSchema, line: z.number().int().nullable() }),
  /** Of a check: nothing was imported. `more`: there are more than the 1,000 listed. */
  z.object({
    state: z.literal('checked'),
    goodLines: z.number(),
    badLines: z.array(badLineSchema),
    more: z.boolean(),
  }),
  z.object({ state: z.literal('cancelled') }),
]);
export type ImportState = z.infer<typeof importStateSchema>;
