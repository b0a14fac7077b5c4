import * as z from 'zod';

/** Where a new instance keeps its data. */
export const storageSpecSchema = z.discriminatedUnion('kind', [
  /** A new named volume that Howdah makes. */
  z.object({ kind: z.literal('named-volume'), name: z.string() }),
  z.object({ kind: z.literal('existing-volume'), name: z.string() }),
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('memory') }),
]);
export type StorageSpec = z.infer<typeof storageSpecSchema>;

/** A file for /docker-entrypoint-initdb.d, content in base64 (it may be gzip). */
export const initScriptSchema = z.object({ name: z.string(), contentBase64: z.string() });
export type InitScript = z.infer<typeof initScriptSchema>;

/** What the form `New instance` asks for. Values are as typed: `instances.check` says what is wrong with them. */
export const instanceSpecSchema = z.object({
  name: z.string(),
  image: z.string(),
  user: z.string(),
  password: z.string(),
  database: z.string(),
  hostPort: z.number().nullable(),
  /** Publish on loopback (default) or on every interface. */
  hostAddress: z.enum(['127.0.0.1', '0.0.0.0']),
  storage: storageSpecSchema,
  initScripts: z.array(initScriptSchema),
  restartPolicy: z.enum(['no', 'on-failure', 'unless-stopped', 'always']),
  healthCheck: z.boolean(),
  /** Name of a user-defined network; null: the engine's default bridge. */
  network: z.string().nullable(),
  /** Server parameters passed as `-c name=value`, in order. */
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type InstanceSpec = z.infer<typeof instanceSpecSchema>;
