import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { procedure } from './base.ts';

export const operationKindSchema = z.enum([
  'create',
  'start',
  'stop',
  'restart',
  'recreate',
  'remove',
  'reset',
  'undo-reset',
  'pull-image',
  'load-image',
  'empty-restore-points',
]);
export type OperationKind = z.infer<typeof operationKindSchema>;

/** Names of steps; texts are in the catalogue under `operations.step.NAME`. */
export const stepNameSchema = z.enum([
  'pull-image',
  'load-image',
  'create-volume',
  'create-container',
  'copy-init-scripts',
  'start-container',
  'wait-until-ready',
  'stop-container',
  'restart-container',
  'rename-container',
  'remove-container',
  'remove-old-container',
  'count-rows',
  'keep-restore-point',
  'remove-volume',
]);
export type StepName = z.infer<typeof stepNameSchema>;

export const operationStepSchema = z.object({
  name: stepNameSchema,
  /** What a person would type to do the same: shell-quoted, passwords as "$PGPASSWORD". Null: nothing is run. */
  command: z.string().nullable(),
  state: z.enum(['pending', 'running', 'done', 'failed', 'skipped', 'undone']),
  startedAtMs: z.number().nullable(),
  durationMs: z.number().nullable(),
});
export type OperationStep = z.infer<typeof operationStepSchema>;

/** Rows of all user tables; `exact` is false where the planner's estimate was taken. */
export const rowCountSchema = z.object({ rows: z.number(), tables: z.number(), exact: z.boolean() });
export type RowCount = z.infer<typeof rowCountSchema>;

export const operationProgressSchema = z.object({
  done: z.number(),
  total: z.number().nullable(),
  unit: z.enum(['bytes', 'steps']),
  /** For pulls: the layers, at most 64. */
  layers: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['waiting', 'downloading', 'extracting', 'done']),
      doneBytes: z.number(),
      totalBytes: z.number().nullable(),
    }),
  ),
});
export type OperationProgress = z.infer<typeof operationProgressSchema>;

export const operationSchema = z.object({
  id: z.string(),
  kind: operationKindSchema,
  /** Name of the container, image or volume that it is about, as a person knows it. */
  subject: z.string(),
  state: z.enum(['running', 'succeeded', 'failed', 'cancelled', 'interrupted', 'rolled-back']),
  steps: z.array(operationStepSchema),
  progress: operationProgressSchema.nullable(),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  cancellable: z.boolean(),
  error: appErrorSchema.nullable(),
  /**
   * Only while `interrupted`: what the journal allows. `elsewhere`: another engine is in use than the one it happened
   * on, whose address this is; nothing can be done about it until that one is.
   */
  recovery: z
    .object({ canFinish: z.boolean(), canRollBack: z.boolean(), elsewhere: z.string().nullable() })
    .nullable(),
  result: z
    .object({
      containerId: z.string().nullable(),
      restorePointId: z.string().nullable(),
      rowsBefore: rowCountSchema.nullable(),
      rowsAfter: rowCountSchema.nullable(),
      /** References that a file of images held. */
      images: z.array(z.string()).optional(),
    })
    .nullable(),
});
export type Operation = z.infer<typeof operationSchema>;

export const operationStartedSchema = z.object({ operationId: z.string() });
export type OperationStarted = z.infer<typeof operationStartedSchema>;

const byId = z.object({ operationId: z.string() });

export const operations = {
  /** The journal, newest first, at most 200. */
  list: procedure.output(z.array(operationSchema)),
  get: procedure.input(byId).output(operationSchema),
  /** Snapshots of operations as they change: those under way at once, then each change (at most 10 a second each). */
  watch: procedure.output(eventIterator(operationSchema)),
  cancel: procedure.input(byId).output(z.void()),
  /** Carries an interrupted operation to its end. */
  finish: procedure.input(byId).output(operationStartedSchema),
  /** Takes an interrupted operation back to where it began. */
  rollBack: procedure.input(byId).output(operationStartedSchema),
};
