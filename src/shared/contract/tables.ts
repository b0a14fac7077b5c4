import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure } from './base.ts';
import { importOptionsSchema, importStateSchema } from './csv-import.ts';
import {
  databasePlace,
  relationListSchema,
  relationNameSchema,
  relationPlace,
  relationPlaceSchema,
  relationSchema,
  relationStructureSchema,
} from './relations.ts';
import { exportFormatSchema } from './results.ts';
import { rowChangeSchema, saveOutcomeSchema } from './row-changes.ts';
import {
  pageWishSchema,
  pickedIdentity,
  rowFilterSchema,
  rowOrderSchema,
  rowPageSchema,
} from './table-rows.ts';

const rowsWish = {
  ...relationPlace,
  identity: pickedIdentity,
  order: rowOrderSchema,
  filter: rowFilterSchema,
};

/** The page's own name for a call, for `cancelSave`; another one each time. */
const saveCall = z.string().min(1).max(100);

export const tables = {
  list: procedure.input(z.object(databasePlace)).output(relationListSchema),
  /** Where the relation has no key, `identity` is taken for one. */
  describe: procedure.input(z.object({ ...relationPlace, identity: pickedIdentity })).output(relationSchema),
  structure: procedure.input(relationPlaceSchema).output(relationStructureSchema),
  /** At most 300 rows. */
  rows: procedure.input(z.object({ ...rowsWish, page: pageWishSchema })).output(rowPageSchema),
  /** Counts them all: may take long, stops with the call. */
  count: procedure
    .input(z.object({ ...relationPlace, filter: rowFilterSchema }))
    .output(z.object({ count: z.number() })),
  /** What the planner expects, at once. */
  estimate: procedure
    .input(z.object({ ...relationPlace, filter: rowFilterSchema }))
    .output(z.object({ count: z.number() })),
  /** A piece of one value as text, offsets in characters; null `nextOffset`: that was all. */
  cell: procedure
    .input(
      z.object({
        ...relationPlace,
        identity: pickedIdentity,
        locator: z.string(),
        column: z.string(),
        offset: z.number().int().min(0),
      }),
    )
    .output(z.object({ text: z.string().nullable(), nextOffset: z.number().int().nullable() })),
  /** Whether the values of these columns are there and differ in all rows; counts of rows that stand in the way. */
  checkIdentity: procedure
    .input(z.object({ ...relationPlace, columns: z.array(z.string()).min(1) }))
    .output(z.object({ duplicates: z.number(), nulls: z.number() })),
  save: procedure
    .input(
      z.object({
        ...relationPlace,
        identity: pickedIdentity,
        fingerprint: z.string(),
        changes: z.array(rowChangeSchema).min(1).max(100_000),
        /** The side effects were shown and agreed to. */
        confirmed: z.boolean(),
        call: saveCall,
      }),
    )
    .output(saveOutcomeSchema),
  /**
   * Puts the rows of a save back as they were, if nobody changed them since: also those of other relations that it changed
   * by foreign keys. Conflicts may be about any of them. Once; known until the app ends.
   */
  undoSave: procedure
    .input(z.object({ saveId: z.string(), confirmed: z.boolean(), call: saveCall }))
    .output(saveOutcomeSchema),
  /**
   * Stops a save, or the undoing of one, that runs. The call itself tells how it ended: it fails with `cancelled` when
   * nothing was saved, else it was done before.
   */
  cancelSave: procedure.input(z.object({ call: saveCall })).output(z.void()),
  /** Makes the sample table with its three rows, or does nothing where they are. */
  createCustomers: procedure.input(z.object(databasePlace)).output(relationNameSchema),
  /**
   * Reads a CSV file that the page sends in pieces: `importChunk` one after the other, the last with `last`. `check`
   * finds all lines that the server would refuse and imports nothing.
   */
  startImport: procedure
    .input(
      z.object({
        ...relationPlace,
        mode: z.enum(['import', 'check']),
        fileName: z.string(),
        sizeBytes: z.number().int().min(0),
        options: importOptionsSchema,
      }),
    )
    .output(z.object({ importId: z.string() })),
  /** At most 4 MiB. Resolves when more is wanted; `wanted` false: it ended, the rest is not needed. */
  importChunk: procedure
    .input(z.object({ importId: z.string(), chunk: z.instanceof(Blob), last: z.boolean() }))
    .output(z.object({ wanted: z.boolean() })),
  /** Its state at once and whenever it changes, at most every 50 ms; ends with the import. */
  watchImport: procedure.input(z.object({ importId: z.string() })).output(eventIterator(importStateSchema)),
  cancelImport: procedure.input(z.object({ importId: z.string() })).output(z.void()),
  /** The query whose rows `export` writes to CSV, values in place: clauses on lines of their own. */
  exportQuery: procedure
    .input(z.object({ ...relationPlace, order: rowOrderSchema, filter: rowFilterSchema }))
    .output(z.object({ sql: z.string() })),
  /** Writes all rows that match to a file, as `results.export` does. */
  export: procedure
    .input(
      z.object({
        ...relationPlace,
        order: rowOrderSchema,
        filter: rowFilterSchema,
        fileName: z.string().max(200),
        as: exportFormatSchema,
      }),
    )
    .output(
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('saved'), path: z.string().nullable() }),
        z.object({ way: z.literal('download'), ticket: z.string() }),
      ]),
    ),
};
