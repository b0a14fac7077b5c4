import * as z from 'zod';
import { sqlErrorSchema } from './consoles.ts';
import { relationNameSchema } from './relations.ts';
import { cellSchema } from './results.ts';
import { tableRowSchema } from './table-rows.ts';

/** Text as the server reads it; null is NULL. */
export const stagedValueSchema = z.union([z.string(), z.null(), z.object({ default: z.literal(true) })]);
export type StagedValue = z.infer<typeof stagedValueSchema>;

const changedRow = {
  /** The page's own name for the row; comes back with what is said of it. */
  row: z.string(),
  /** Values of the identity's columns, as they were read. */
  key: z.array(z.string()),
  /** What was read: the row is changed only if it is still so. */
  version: z.string().nullable(),
  before: z.array(cellSchema),
};
/** By column name. */
export const values = z.record(z.string(), stagedValueSchema);

export const rowChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('update'), ...changedRow, values }),
  z.object({ kind: z.literal('delete'), ...changedRow }),
  /** Columns that are not named take their default. */
  z.object({ kind: z.literal('insert'), row: z.string(), values }),
]);
export type RowChange = z.infer<typeof rowChangeSchema>;

/** What deleting the rows does to rows of other tables, by foreign keys. */
export const sideEffectSchema = z.object({
  relation: relationNameSchema,
  constraint: z.string(),
  action: z.enum(['delete', 'set-null', 'set-default']),
  rows: z.number().int(),
});
export type SideEffect = z.infer<typeof sideEffectSchema>;

/** Why the server refused; nothing was saved. Without a row: it said nothing of one. */
export const saveProblemSchema = z.object({
  row: z.string().nullable(),
  /** Cells it is about; none: the row as a whole. */
  columns: z.array(z.string()),
  error: sqlErrorSchema,
});
export type SaveProblem = z.infer<typeof saveProblemSchema>;

export const saveConflictSchema = z.object({
  /** Where the row is: with `undoSave` also another one than was edited, which that save changed by foreign keys. */
  relation: relationNameSchema,
  /** The page's own name for it; of a row of another relation a name that nothing else goes by. */
  row: z.string(),
  /** The row as it is now; null: it is gone. */
  current: tableRowSchema.nullable(),
});
export type SaveConflict = z.infer<typeof saveConflictSchema>;

/** All of it is saved, or nothing. */
export const saveOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    /** For `undoSave`; null: it cannot be undone (`undoRefused`). */
    saveId: z.string().nullable(),
    /** `too-big`: the old rows are more than is kept (64 MiB). `side-effects`: other tables were changed, too. */
    undoRefused: z.enum(['too-big', 'side-effects']).nullable(),
    counts: z.object({ inserted: z.number(), updated: z.number(), deleted: z.number() }),
    /** Rows that are there now, under the page's names; deleted ones are not named. */
    rows: z.array(z.object({ row: z.string(), now: tableRowSchema })),
    durationMs: z.number(),
  }),
  z.object({ outcome: z.literal('conflicts'), conflicts: z.array(saveConflictSchema).min(1) }),
  z.object({ outcome: z.literal('refused'), problems: z.array(saveProblemSchema).min(1) }),
  /** Deleting reaches other tables: call again with `confirmed`. */
  z.object({ outcome: z.literal('asked'), effects: z.array(sideEffectSchema).min(1) }),
  /** The relation is not what it was when the rows were read: read it again. */
  z.object({ outcome: z.literal('relation-changed') }),
  /** The connection was lost while it was being committed, and no server could be asked since whether it was. */
  z.object({ outcome: z.literal('unknown') }),
]);
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;
