import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { fieldIssueSchema } from '../field-issue.ts';
import { instanceSpecSchema } from '../instance-spec.ts';
import { procedure } from './base.ts';
import { originSchema, publishedPortSchema } from './containers.ts';
import { operationStartedSchema, operationStepSchema } from './operations.ts';

/**
 * What a person should read as the state. `starting`: the process runs, TCP does not answer yet; `initialising`: the
 * same, while the cluster is being made (a stop now leaves it half-made); `crash-loop`: three restarts in a minute.
 */
export const instanceStateSchema = z.enum([
  'running',
  'starting',
  'initialising',
  'unhealthy',
  'crash-loop',
  'restarting',
  'paused',
  'stopped',
  'created',
  'removing',
  'dead',
]);
export type InstanceState = z.infer<typeof instanceStateSchema>;

export const storageVerdictSchema = z.enum(['kept', 'orphaned-on-removal', 'not-protected', 'memory-only']);
export type StorageVerdict = z.infer<typeof storageVerdictSchema>;

export const instanceStorageSchema = z.object({
  /** What holds the effective data directory. `container`: the writable layer, gone with the container. */
  kind: z.enum(['named-volume', 'anonymous-volume', 'folder', 'memory', 'container']),
  /** Volume name or folder; null for memory and the container's own layer. */
  source: z.string().nullable(),
  mountPath: z.string().nullable(),
  dataDirectory: z.string(),
  verdict: storageVerdictSchema,
  /** For `not-protected`: the mount that was meant to hold the data, and does not. */
  beside: z.object({ source: z.string(), mountPath: z.string() }).nullable(),
});
export type InstanceStorage = z.infer<typeof instanceStorageSchema>;

const unavailableReason = z.enum([
  'not-made-by-howdah',
  'storage-anonymous',
  'storage-folder',
  'storage-memory',
  'storage-beside-data',
  'volume-shared',
  'removed-at-stop',
  'volume-driver',
]);

export const instanceSchema = z.object({
  id: z.string(),
  name: z.string(),
  image: z.string(),
  state: instanceStateSchema,
  health: z.enum(['healthy', 'unhealthy', 'starting', 'none']),
  /** TCP answered as Postgres; null while nothing runs. */
  ready: z.boolean().nullable(),
  exitCode: z.number().nullable(),
  /** Exit 137: the server was killed before it had shut down. */
  uncleanShutdown: z.boolean(),
  /** It was stopped while its cluster was being made: it may start "fine" with half a schema. */
  halfInitialised: z.boolean(),
  /** The line of its log that says why it does not run. */
  decisiveLogLine: z.string().nullable(),
  version: z.string().nullable(),
  major: z.number().nullable(),
  variant: z.string().nullable(),
  builtLocally: z.boolean(),
  origin: originSchema,
  /** Where port 5432 (or the container's own) is published; empty: not published. */
  addresses: z.array(publishedPortSchema),
  storage: instanceStorageSchema,
  autoRemove: z.boolean(),
  /** Null: available. */
  resetUnavailable: unavailableReason.nullable(),
  recreateUnavailable: unavailableReason.nullable(),
  createdAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  /** Id of the operation that works on it now. */
  operationId: z.string().nullable(),
});
export type Instance = z.infer<typeof instanceSchema>;

export const connectionViewSchema = z.object({
  from: z.enum(['host', 'container']),
  host: z.string(),
  port: z.number(),
  database: z.string(),
  user: z.string(),
  /** Where the password came from; `unknown`: it must be typed; `none`: the server asks for none (trust). */
  passwordSource: z.enum(['environment', 'file', 'stored', 'none', 'unknown']),
  /** Ready-made texts, the password masked unless `reveal` was asked for. */
  uri: z.string(),
  psql: z.string(),
  env: z.string(),
  password: z.string().nullable(),
  revealed: z.boolean(),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;

export const connectionSchema = z.object({
  /** Null: not published, not reachable from this machine by a plain client. */
  host: connectionViewSchema.nullable(),
  /** Null: on no user-defined network, so other containers find it by address only. */
  container: connectionViewSchema.nullable(),
  route: z.enum(['published-port', 'container-address', 'tunnel', 'none']),
});
export type Connection = z.infer<typeof connectionSchema>;

export const instanceDetailSchema = z.object({
  instance: instanceSchema,
  /** The container as one `docker run`, the password as "$PGPASSWORD". */
  runCommand: z.string(),
  networks: z.array(
    z.object({ name: z.string(), address: z.string().nullable(), aliases: z.array(z.string()) }),
  ),
  restartPolicy: z.string(),
  healthCheck: z.string().nullable(),
  initScripts: z.array(z.object({ name: z.string(), source: z.enum(['container', 'mount']) })),
});
export type InstanceDetail = z.infer<typeof instanceDetailSchema>;

export const liveStatsSchema = z.object({
  atMs: z.number(),
  /** 100 is one core. */
  cpuPercent: z.number(),
  memoryBytes: z.number(),
  memoryLimitBytes: z.number().nullable(),
  connections: z.number().nullable(),
  maxConnections: z.number().nullable(),
});
export type LiveStats = z.infer<typeof liveStatsSchema>;

export const resetPreviewSchema = z.object({
  steps: z.array(operationStepSchema.pick({ name: true, command: true })),
  /** Null: the server cannot be asked (stopped, password unknown). */
  databases: z
    .array(z.object({ name: z.string(), tables: z.number(), rows: z.number(), exact: z.boolean() }))
    .nullable(),
  sizeBytes: z.number().nullable(),
  volume: z.string(),
  freshVolume: z.string(),
  after: z.object({
    user: z.string(),
    database: z.string(),
    initScripts: z.array(z.string()),
  }),
});
export type ResetPreview = z.infer<typeof resetPreviewSchema>;

export const removePreviewSchema = z.object({
  steps: z.array(operationStepSchema.pick({ name: true, command: true })),
  stays: z.array(z.object({ kind: z.enum(['volume', 'folder']), name: z.string(), anonymous: z.boolean() })),
  /** Data that goes for good: in memory, in the container's own layer, or an anonymous volume of a --rm container. */
  goes: z.array(z.object({ kind: z.enum(['memory', 'container', 'volume']), name: z.string() })),
});
export type RemovePreview = z.infer<typeof removePreviewSchema>;

export const specCheckSchema = z.object({
  issues: z.array(fieldIssueSchema),
  /** The equivalent `docker` commands, one per line, shell-quoted, the password as "$PGPASSWORD". */
  command: z.string(),
  /** Of what was typed, with the mount path of the chosen image. */
  storage: z.object({ verdict: storageVerdictSchema, mountPath: z.string() }),
});
export type SpecCheck = z.infer<typeof specCheckSchema>;

const byId = z.object({ id: z.string() });

export const instances = {
  list: procedure.output(z.array(instanceSchema)),
  /** By container id or name. */
  get: procedure.input(byId).output(instanceDetailSchema),
  connection: procedure.input(byId.extend({ reveal: z.boolean() })).output(connectionSchema),
  /** Keeps a password that the container's environment does not tell (in the host's secret store). */
  savePassword: procedure.input(byId.extend({ password: z.string() })).output(z.void()),
  /** The engine's own JSON; values that look like secrets are masked unless `reveal`. */
  inspect: procedure.input(byId.extend({ reveal: z.boolean() })).output(z.unknown()),
  /** About every two seconds while the instance runs; ends when it stops. */
  stats: procedure.input(byId).output(eventIterator(liveStatsSchema)),
  /** A specification to start the form with: free name, newest image, generated password, first free port. */
  defaults: procedure.output(instanceSpecSchema),
  check: procedure.input(instanceSpecSchema).output(specCheckSchema),
  create: procedure.input(instanceSpecSchema).output(operationStartedSchema),
  start: procedure.input(byId).output(operationStartedSchema),
  /** Fails with `initialising` unless `evenIfInitialising`. */
  stop: procedure.input(byId.extend({ evenIfInitialising: z.boolean() })).output(operationStartedSchema),
  restart: procedure.input(byId.extend({ evenIfInitialising: z.boolean() })).output(operationStartedSchema),
  recreate: procedure.input(byId).output(operationStartedSchema),
  removePreview: procedure.input(byId).output(removePreviewSchema),
  remove: procedure.input(byId).output(operationStartedSchema),
  resetPreview: procedure.input(byId).output(resetPreviewSchema),
  /** `keepRestorePoint` false removes the old volume for good; `typedName` must then equal the instance's name. */
  reset: procedure
    .input(byId.extend({ keepRestorePoint: z.boolean(), typedName: z.string() }))
    .output(operationStartedSchema),
  /** Puts a restore point back under its instance and keeps what it replaces as a restore point. */
  undoReset: procedure.input(z.object({ restorePointId: z.string() })).output(operationStartedSchema),
};
