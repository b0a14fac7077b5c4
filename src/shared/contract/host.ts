import * as z from 'zod';
import { procedure } from './base.ts';

export const capabilitiesSchema = z.object({
  host: z.enum(['electron', 'browser']),
  appVersion: z.string(),
  platform: z.enum(['linux', 'macos', 'windows', 'other']),
  dataDirectory: z.string(),
  /** The host can open a page in the person's own browser. */
  canOpenUrl: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

export const host = {
  capabilities: procedure.output(capabilitiesSchema),
  /** Opens a page of the allow-list (documentation, downloads) in the person's own browser. */
  openUrl: procedure.input(z.object({ url: z.url() })).output(z.void()),
};
