import * as z from 'zod';
import { procedure } from './base.ts';

export const historyEntrySchema = z.object({
  id: z.string(),
  atMs: z.number(),
  database: z.string(),
  /** Passwords are masked; at most 100,000 characters, longer ones end in "…". */
  text: z.string(),
  durationMs: z.number(),
  /** Returned or changed; null where the command tells none. */
  rows: z.number().nullable(),
  /** Null: it went well. */
  error: z.object({ sqlState: z.string().nullable(), message: z.string() }).nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const history = {
  /** Newest first; `text` must be in the statement (case-insensitive). `before`: the last id of the page before. */
  search: procedure
    .input(
      z.object({
        instance: z.string(),
        text: z.string().max(1000),
        before: z.string().nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ entries: z.array(historyEntrySchema), more: z.boolean() })),
  clear: procedure.input(z.object({ instance: z.string() })).output(z.void()),
};
