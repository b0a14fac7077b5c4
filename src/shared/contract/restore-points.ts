import * as z from 'zod';
import { procedure } from './base.ts';
import { operationStartedSchema, rowCountSchema } from './operations.ts';

export const restorePointSchema = z.object({
  id: z.string(),
  volume: z.string(),
  /** Name of the instance whose data it was. */
  instance: z.string(),
  /** `reset`: the data before a reset. `undo`: the fresh volume that an undo put aside. */
  reason: z.enum(['reset', 'undo']),
  createdAtMs: z.number(),
  expiresAtMs: z.number(),
  sizeBytes: z.number().nullable(),
  rows: rowCountSchema.nullable(),
  /** False when the volume was removed by somebody else, or carries no proof that Howdah may handle it. */
  usable: z.boolean(),
});
export type RestorePoint = z.infer<typeof restorePointSchema>;

export const restorePoints = {
  /** Newest first; of one instance or of all. */
  list: procedure.input(z.object({ instance: z.string().optional() })).output(z.array(restorePointSchema)),
  /** Removes restore points for good: those named, or all. Only what both the host store and a label name. */
  empty: procedure.input(z.object({ ids: z.array(z.string()).optional() })).output(operationStartedSchema),
};
