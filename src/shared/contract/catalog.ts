import * as z from 'zod';
import { procedure } from './base.ts';

export const databaseSchema = z.object({
  name: z.string(),
  /** False: it takes no connections (templates). */
  allowsConnections: z.boolean(),
  isDefault: z.boolean(),
});
export type Database = z.infer<typeof databaseSchema>;

export const catalogSchema = z.object({
  /** In the session's search path, in order: their relations can be named alone. */
  searchPath: z.array(z.string()),
  schemas: z.array(z.string()),
  relations: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      kind: z.enum(['table', 'partitioned-table', 'view', 'materialized-view', 'foreign-table', 'sequence']),
      /** Name and type, in order; empty for sequences and, in very large catalogues, beyond the first 50,000 columns. */
      columns: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
  functions: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      /** As `pg_get_function_identity_arguments` says it: "a integer, b text". */
      arguments: z.string(),
      /** Empty: a procedure. */
      returns: z.string(),
    }),
  ),
  /** Something was left out: see the limits above (20,000 relations, 50,000 columns, 10,000 functions). */
  cut: z.boolean(),
});
export type Catalog = z.infer<typeof catalogSchema>;

export const catalog = {
  /** Databases of the server by name. */
  databases: procedure.input(z.object({ instance: z.string() })).output(z.array(databaseSchema)),
  /** What completion offers. Null database: the default one. */
  read: procedure
    .input(z.object({ instance: z.string(), database: z.string().nullable() }))
    .output(catalogSchema),
};
