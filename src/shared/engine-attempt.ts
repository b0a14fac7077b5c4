import * as z from 'zod';

/** One address that was tried for an engine, and why it is not in use (null: it answered). */
export const engineAttemptSchema = z.object({
  candidateId: z.string(),
  /** Where the address was found. `chosen`: the person picked it in the window. */
  source: z.enum(['chosen', 'environment', 'context', 'socket']),
  /** Context name, or the kind of socket ("Docker", "Colima", "Podman", …). */
  label: z.string(),
  address: z.string(),
  failure: z
    .object({
      reason: z.enum([
        'missing',
        'permission',
        'refused',
        'timeout',
        'api-too-old',
        'ssh-not-supported',
        'tls',
        'not-an-engine',
        'other',
      ]),
      detail: z.string(),
    })
    .nullable(),
});
export type EngineAttempt = z.infer<typeof engineAttemptSchema>;
