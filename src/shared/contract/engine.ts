import * as z from 'zod';
import { engineAttemptSchema } from '../engine-attempt.ts';
import { procedure } from './base.ts';

export const engineInfoSchema = z.object({
  candidateId: z.string(),
  /** Tells engines apart, whatever the address: Docker's own id; the candidate's where the engine has none that lasts. */
  id: z.string(),
  product: z.enum(['Docker', 'Podman', 'other']),
  version: z.string(),
  apiVersion: z.string(),
  /** `unix:///var/run/docker.sock`, `tcp://host:2376`, `npipe:////./pipe/docker_engine`. */
  address: z.string(),
  operatingSystem: z.string(),
  architecture: z.string(),
  /** Published ports of its containers are reachable on this machine's loopback. */
  local: z.boolean(),
});
export type EngineInfo = z.infer<typeof engineInfoSchema>;

export const engineStatusSchema = z.object({
  state: z.enum(['connecting', 'connected', 'unreachable']),
  /** The engine in use, or the last one that was (its data stays on screen, greyed). */
  engine: engineInfoSchema.nullable(),
  tried: z.array(engineAttemptSchema),
  /** The person's explicit choice, if any. */
  chosen: z.string().nullable(),
  nextRetryInMs: z.number().nullable(),
  /** For the no-engine screen: how to install or start one on this system. */
  advice: z.enum(['linux-apt', 'linux-other', 'macos', 'windows']),
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;

export const engine = {
  status: procedure.output(engineStatusSchema),
  /** Tries at once instead of at the next backoff step; resolves when the attempt is over. */
  retry: procedure.output(engineStatusSchema),
  /** Uses one candidate of `tried` from now on (null: find one as usual). Remembered. */
  choose: procedure.input(z.object({ candidateId: z.string().nullable() })).output(engineStatusSchema),
};
