import * as z from 'zod';
import { procedure } from './base.ts';
import { operationStartedSchema } from './operations.ts';

/** A published port. `hostIp` is as the engine says it: `0.0.0.0` and `::` mean every interface. */
export const publishedPortSchema = z.object({
  containerPort: z.number().int(),
  protocol: z.enum(['tcp', 'udp', 'sctp']),
  hostIp: z.string(),
  hostPort: z.number().int(),
});
export type PublishedPort = z.infer<typeof publishedPortSchema>;

export const dockerStateSchema = z.enum([
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
]);

/** Who made a container: Howdah, a compose project, or a person (or another tool). */
export const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('howdah') }),
  z.object({ kind: z.literal('compose'), project: z.string(), service: z.string() }),
  z.object({ kind: z.literal('other') }),
]);
export type Origin = z.infer<typeof originSchema>;

export const containerRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  image: z.string(),
  state: dockerStateSchema,
  /** The engine's own words: "Up 2 hours (healthy)". */
  status: z.string(),
  ports: z.array(publishedPortSchema),
  origin: originSchema,
  isPostgres: z.boolean(),
  createdAtMs: z.number(),
  /** Anonymous volumes that nobody finds again by name once the container is removed. */
  anonymousVolumes: z.array(z.string()),
  autoRemove: z.boolean(),
});
export type ContainerRow = z.infer<typeof containerRowSchema>;

const byId = z.object({ id: z.string() });

export const containers = {
  list: procedure.output(z.array(containerRowSchema)),
  start: procedure.input(byId).output(operationStartedSchema),
  /** Both fail with `initialising` while a cluster is being made; `instances` can insist. */
  stop: procedure.input(byId).output(operationStartedSchema),
  restart: procedure.input(byId).output(operationStartedSchema),
  /** Removes the container (stopping it first); its volumes stay. */
  remove: procedure.input(byId).output(operationStartedSchema),
};
