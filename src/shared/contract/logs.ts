import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure } from './base.ts';

export const logLineSchema = z.object({
  /** Milliseconds since the epoch, as the engine stamped it; null on a TTY container without stamps. */
  atMs: z.number().nullable(),
  stream: z.enum(['stdout', 'stderr']),
  /** At most 16 KiB; longer lines are cut and end in "…". Terminal colours are removed. */
  text: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const logs = {
  /**
   * The last `tail` lines in batches (one per 50 ms at most, at most 1,000 lines each), then, with `follow`, new ones
   * through restarts of the container until the caller stops listening. `dropped` counts lines skipped because they
   * came faster than they could be shown.
   */
  read: procedure
    .input(
      z.object({
        containerId: z.string(),
        tail: z.number().int().min(0).max(10_000),
        follow: z.boolean(),
      }),
    )
    .output(eventIterator(z.object({ lines: z.array(logLineSchema), dropped: z.number() }))),
};
