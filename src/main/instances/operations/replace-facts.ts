import * as z from 'zod';
import { rowCountSchema } from '../../../shared/contract/operations.ts';
import { restorePointRecordSchema } from '../../restore-points/restore-point-store.ts';

/** What is known of an operation that puts a new container in the place of an old one. Journaled: no secrets. */
export const replaceFactsSchema = z.object({
  name: z.string(),
  /** The old container's name while the new one is being made. */
  aside: z.string(),
  oldId: z.string(),
  newId: z.string().nullable(),
  wasRunning: z.boolean(),
  startsAfter: z.boolean(),
  /** The old container's: it has none while both are there, or a restarted engine could start the two. */
  restartPolicy: z.object({ Name: z.string(), MaximumRetryCount: z.number().exactOptional() }),
  carriesScripts: z.boolean(),
  stopTimeoutSeconds: z.number(),
  /** When the engine was asked to stop the old one: it may be at it for a while after Howdah was killed. */
  stopAskedAtMs: z.number().nullable(),
  /** For a reset and its undo: the volume `to` takes the place of `from`. `fresh`: the operation makes it. */
  swap: z.object({ from: z.string(), to: z.string(), fresh: z.boolean() }).nullable(),
  /** The restore point that `from` becomes; null: it is removed for good, or there is no swap. */
  kept: restorePointRecordSchema.nullable(),
  /** The restore point that an undo uses up. */
  used: restorePointRecordSchema.nullable(),
  /** The fresh volume has been served by a started container that Howdah did not watch: it may hold new rows. */
  freshServed: z.boolean(),
  rowsBefore: rowCountSchema.nullable(),
  rowsAfter: rowCountSchema.nullable(),
});
export type ReplaceFacts = z.infer<typeof replaceFactsSchema>;
