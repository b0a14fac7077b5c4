import * as z from 'zod';
import { engineAttemptSchema } from './engine-attempt.ts';
import { fieldIssueSchema } from './field-issue.ts';

const resourceKind = z.enum([
  'container',
  'image',
  'volume',
  'network',
  'restore-point',
  'operation',
  'instance',
  'console',
  'result',
  'relation',
  'row',
  'save',
  'import',
]);

/**
 * Every failure that may cross the boundary, with the data its presentation needs and nothing else:
 * no stacks, no passwords, no parameters. `reason` texts are the engine's or the server's own words.
 */
export const appErrorSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('engine-unreachable'), tried: z.array(engineAttemptSchema) }),
  z.object({ code: z.literal('engine-refused'), status: z.number().int(), reason: z.string() }),
  z.object({ code: z.literal('not-found'), kind: resourceKind, name: z.string() }),
  z.object({ code: z.literal('name-taken'), kind: resourceKind, name: z.string() }),
  z.object({ code: z.literal('invalid-fields'), issues: z.array(fieldIssueSchema).min(1) }),
  z.object({ code: z.literal('image-missing'), image: z.string() }),
  z.object({ code: z.literal('pull-failed'), image: z.string(), reason: z.string() }),
  z.object({ code: z.literal('image-file-invalid'), reason: z.string() }),
  /**
   * A file that is read or written for the person. `cut-short`: less came than was announced. `changed`: it is not the
   * one any more that was chosen.
   */
  z.object({
    code: z.literal('file-unusable'),
    path: z.string(),
    problem: z.enum([
      'not-found',
      'is-folder',
      'no-permission',
      'bad-gzip',
      'utf-16',
      'custom-dump',
      'cut-short',
      'changed',
      'too-deep',
      'includes-itself',
      'disk-full',
      'failed',
    ]),
    /** The system's own word on `failed`. */
    reason: z.string().nullable(),
  }),
  z.object({
    code: z.literal('port-taken'),
    port: z.number().int(),
    holder: z.string().nullable(),
    nextFree: z.number().int().nullable(),
  }),
  z.object({
    code: z.literal('start-failed'),
    exitCode: z.number().int().nullable(),
    lines: z.array(z.string()),
  }),
  z.object({ code: z.literal('not-ready'), waitedMs: z.number(), lines: z.array(z.string()) }),
  z.object({ code: z.literal('initialising'), name: z.string() }),
  z.object({ code: z.literal('volume-in-use'), volume: z.string(), containers: z.array(z.string()) }),
  z.object({
    code: z.literal('unavailable'),
    action: z.enum(['reset', 'recreate', 'undo', 'stats']),
    reason: z.enum([
      'not-made-by-howdah',
      'storage-anonymous',
      'storage-folder',
      'storage-memory',
      'storage-beside-data',
      'volume-shared',
      'removed-at-stop',
      'restore-point-gone',
      'volume-driver',
      'not-running',
    ]),
  }),
  /** Null: not an operation, but what a console runs. */
  z.object({ code: z.literal('busy'), subject: z.string(), operationId: z.string().nullable() }),
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('password-failed'), user: z.string() }),
  z.object({ code: z.literal('database-unreachable'), reason: z.string() }),
  z.object({ code: z.literal('database-error'), sqlState: z.string(), reason: z.string() }),
  z.object({ code: z.literal('unsupported'), capability: z.string() }),
  z.object({ code: z.literal('internal'), logId: z.string() }),
]);

/** A failure the window knows how to present. The union is closed: see {@link appErrorSchema}. */
export type AppError = z.infer<typeof appErrorSchema>;
export type AppErrorCode = AppError['code'];
