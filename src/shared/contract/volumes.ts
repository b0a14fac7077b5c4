import * as z from 'zod';
import { procedure } from './base.ts';
import { originSchema } from './containers.ts';

export const volumeRowSchema = z.object({
  name: z.string(),
  driver: z.string(),
  anonymous: z.boolean(),
  createdAtMs: z.number().nullable(),
  origin: originSchema,
  labels: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.string()),
  usedBy: z.array(
    z.object({ containerId: z.string(), name: z.string(), running: z.boolean(), mountPath: z.string() }),
  ),
  verdict: z.enum(['in-use', 'orphan', 'restore-point', 'unused']),
  /** The instance whose earlier data a restore point holds. */
  restorePointOf: z.string().nullable(),
  /** Key for `holds` and `sizes`: changes when a volume of the same name is made anew. */
  cacheKey: z.string(),
});
export type VolumeRow = z.infer<typeof volumeRowSchema>;

export const volumeContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postgres'), major: z.number().int() }),
  z.object({ kind: z.literal('other') }),
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type VolumeContent = z.infer<typeof volumeContentSchema>;

export const volumes = {
  list: procedure.output(z.array(volumeRowSchema)),
  /** What the volumes hold, by name. Reads files through containers that use them; nothing is started. */
  holds: procedure
    .input(z.object({ names: z.array(z.string()).max(200) }))
    .output(z.record(z.string(), volumeContentSchema)),
  /** Bytes by volume name. Walks the disk: slow, asked for after the list is on screen. */
  sizes: procedure.output(z.record(z.string(), z.number())),
};
