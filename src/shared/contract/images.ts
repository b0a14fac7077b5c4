import * as z from 'zod';
import { procedure } from './base.ts';
import { operationStartedSchema } from './operations.ts';

export const postgresImageSchema = z.object({
  id: z.string(),
  /** What to type: `postgres:16`. */
  reference: z.string(),
  major: z.number().int().nullable(),
  /** Full version as the image says it (`PG_VERSION`), e.g. "16.10"; null where it does not. */
  version: z.string().nullable(),
  sizeBytes: z.number(),
  createdAtMs: z.number(),
  builtLocally: z.boolean(),
  /** `PGDATA` of the image. */
  dataDirectory: z.string(),
  /** Where a volume belongs: the image's own VOLUME that holds the data directory, else the data directory. */
  mountPath: z.string(),
});
export type PostgresImage = z.infer<typeof postgresImageSchema>;

export const images = {
  /** Postgres images on the engine, newest Postgres first. */
  list: procedure.output(z.array(postgresImageSchema)),
  pull: procedure.input(z.object({ reference: z.string() })).output(operationStartedSchema),
  /**
   * `docker load` of a file that the page sends in pieces: `load`, then `loadChunk` one after the other (at most 4 MiB
   * each; each answer means that the engine took it), the last one with `last`.
   */
  load: procedure
    .input(z.object({ fileName: z.string(), sizeBytes: z.number() }))
    .output(operationStartedSchema),
  loadChunk: procedure
    .input(z.object({ operationId: z.string(), chunk: z.instanceof(Blob), last: z.boolean() }))
    .output(z.void()),
};
