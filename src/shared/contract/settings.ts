import * as z from 'zod';
import { procedure } from './base.ts';

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'id', 'pt-BR']),
  restorePointDays: z.number().int().min(1).max(365),
  restorePointMaxBytes: z.number().int().min(0),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settings = {
  get: procedure.output(settingsSchema),
  set: procedure.input(settingsSchema.partial()).output(settingsSchema),
};
