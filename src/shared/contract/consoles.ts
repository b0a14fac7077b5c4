import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { appErrorSchema } from '../app-error.ts';
import { procedure } from './base.ts';
import { planSchema } from './plan.ts';
import { resultInfoSchema } from './results.ts';

/** A console of one instance: its number, database and draft outlive the app; its session does not. */
export const consoleSchema = z.object({
  id: z.string(),
  /** Name of the container: a recreated one of the same name keeps its consoles. */
  instance: z.string(),
  /** "Query N": the lowest number that was free. */
  number: z.number().int().min(1),
  /** Null: the instance's own default database. */
  database: z.string().nullable(),
  text: z.string(),
  /** UTF-16 offset of the caret in `text`. */
  caret: z.number().int().min(0),
});
export type Console = z.infer<typeof consoleSchema>;

/**
 * `closed`: no session yet, the first run opens one. `waiting`: the instance is stopped or not ready; the session comes
 * back by itself. `failed`: it will not come back without a person (password, no such database, role without login).
 */
export const linkStateSchema = z.enum(['closed', 'connecting', 'ready', 'waiting', 'failed']);

export const consoleStateSchema = z.object({
  link: linkStateSchema,
  /** Why it waits or failed. */
  reason: appErrorSchema.nullable(),
  transaction: z.enum(['idle', 'in-transaction', 'failed']),
  database: z.string(),
  user: z.string(),
  /** As the server says it, e.g. "16.10"; null before the first session. */
  serverVersion: z.string().nullable(),
  backendPid: z.number().int().nullable(),
  /** What runs now; statements are counted as they are found, so the total of a file is not known. */
  running: z
    .object({
      startedAtMs: z.number(),
      statement: z.number().int(),
      statements: z.number().int().nullable(),
      /** Of a file. */
      file: z.object({ name: z.string(), readBytes: z.number(), sizeBytes: z.number() }).nullable(),
      cancelling: z.boolean(),
    })
    .nullable(),
  /** `\x` and `\timing`. */
  expanded: z.boolean(),
  timing: z.boolean(),
  /** The psql call that opens the same session, to be pasted. Never with a password. */
  command: z.string(),
});
export type ConsoleState = z.infer<typeof consoleStateSchema>;

/** Where in the draft, or in a file, an error or statement stands. */
export const scriptPlaceSchema = z.object({
  /** UTF-16 offset in the text that was run, plus the offset it was run with; of a file: in bytes. */
  offset: z.number().int(),
  /** From 1, in the text that was run. */
  line: z.number().int(),
  column: z.number().int(),
  /** Name of the file; absent: it is in the draft. */
  file: z.string().optional(),
});

export type ScriptPlace = z.infer<typeof scriptPlaceSchema>;

export const sqlErrorSchema = z.object({
  sqlState: z.string(),
  severity: z.string(),
  message: z.string(),
  detail: z.string().nullable(),
  hint: z.string().nullable(),
  /** PL/pgSQL and friends: where in which function. */
  where: z.string().nullable(),
  schema: z.string().nullable(),
  table: z.string().nullable(),
  column: z.string().nullable(),
  constraint: z.string().nullable(),
  /** The server's own position, exact after any character; null where it named none. */
  at: scriptPlaceSchema.nullable(),
  /** The line of the statement that holds the position, and the column of the caret in it (UTF-16, from 0). */
  excerpt: z.object({ line: z.string(), caret: z.number().int() }).nullable(),
});
export type SqlError = z.infer<typeof sqlErrorSchema>;

const entryBase = { id: z.number().int(), atMs: z.number() };

/** One line of a console's log. */
export const consoleEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    ...entryBase,
    kind: z.literal('statement'),
    /** At most 300 characters, passwords masked. */
    text: z.string(),
    place: scriptPlaceSchema.nullable(),
    /** The server's command tag: "UPDATE 3". */
    command: z.string(),
    durationMs: z.number(),
    resultId: z.string().nullable(),
  }),
  z.object({
    ...entryBase,
    kind: z.literal('sql-error'),
    text: z.string(),
    /** Where the statement begins; `error.at` is where the server found the fault in it, if it said so. */
    place: scriptPlaceSchema.nullable().optional(),
    error: sqlErrorSchema,
    durationMs: z.number(),
  }),
  z.object({
    ...entryBase,
    kind: z.literal('notice'),
    severity: z.string(),
    message: z.string(),
    detail: z.string().nullable(),
    hint: z.string().nullable(),
  }),
  z.object({
    ...entryBase,
    kind: z.literal('notification'),
    channel: z.string(),
    payload: z.string(),
    backendPid: z.number().int(),
  }),
  /** What psql would print: `\echo`, `\conninfo`, `\h`. */
  z.object({ ...entryBase, kind: z.literal('output'), text: z.string() }),
  /** What happened to the run or the session, in the window's words. */
  z.object({
    ...entryBase,
    kind: z.literal('event'),
    event: z.enum([
      'connected',
      'connection-lost',
      'reconnected',
      'transaction-lost',
      'session-reset',
      'cancelled',
      'stopped-at-error',
      'encoding-restored',
      'read-only-restored',
      'settings-restored',
      'results-full',
      'row-too-big',
      'result-full',
      'file-done',
      'rolled-back',
    ]),
    /** What the sentence needs, e.g. a file's name or a count. */
    detail: z.string().nullable(),
  }),
  /** A failure that is not the server's word about a statement. */
  z.object({ ...entryBase, kind: z.literal('failure'), text: z.string().nullable(), error: appErrorSchema }),
  /** A backslash command that is unknown, not supported or wrongly used. */
  z.object({
    ...entryBase,
    kind: z.literal('command-error'),
    command: z.string(),
    problem: z.enum(['not-supported', 'missing-argument', 'bad-argument', 'not-found', 'restricted']),
    detail: z.string().nullable(),
    place: scriptPlaceSchema.nullable(),
  }),
]);
export type ConsoleEntry = z.infer<typeof consoleEntrySchema>;

/**
 * What a page that watches a console gets: first everything (`reset` true), then what changed, at most one message per
 * 50 ms. `entries` are new ones, at most 500 a message; `forgotten` counts all that a full log let go of since the
 * console was first used, whether this page had seen them or not.
 */
export const consoleUpdateSchema = z.object({
  reset: z.boolean(),
  state: consoleStateSchema.optional(),
  entries: z.array(consoleEntrySchema),
  forgotten: z.number().int(),
  /** All results of the last run, in order; absent: as before. */
  results: z.array(resultInfoSchema).optional(),
});
export type ConsoleUpdate = z.infer<typeof consoleUpdateSchema>;

/** A statement that is asked about before it runs. */
export const dangerSchema = z.object({
  kind: z.enum(['update-all', 'delete-all', 'truncate', 'drop', 'alter-drop', 'explain-analyze']),
  /** At most 300 characters, passwords masked. */
  text: z.string(),
  place: scriptPlaceSchema,
  /** What it is about, as the statement names it: "customers", "schema old". */
  object: z.string(),
  /** Rows that would go or change; null where no table is meant or none could be counted. */
  rows: z.object({ count: z.number(), exact: z.boolean() }).nullable(),
  /** Of what would be dropped or emptied. */
  sizeBytes: z.number().nullable(),
});
export type Danger = z.infer<typeof dangerSchema>;

/** What a run needs to be told first: a value for each name (`:name` without the colon, or "1" for `$1`). */
export const runQuestionSchema = z.object({
  dangers: z.array(dangerSchema),
  /** Dangerous statements beyond those listed. */
  moreDangers: z.number().int(),
  parameters: z.array(z.string()),
});
export type RunQuestion = z.infer<typeof runQuestionSchema>;

const runAnswer = {
  /** The dangers were shown and agreed to. */
  confirmed: z.boolean(),
  /** Null is NULL. Absent names are asked for. */
  values: z.record(z.string(), z.string().nullable()),
};

/** `asked`: nothing ran; call again with the answer. */
const runOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('started') }),
  z.object({ outcome: z.literal('asked'), question: runQuestionSchema }),
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

/** `no-plan`: the server plans only what reads or changes rows. `failed`: the server's word, which stands in no log. */
const explainOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('planned'), plan: planSchema }),
  z.object({ outcome: z.literal('asked'), question: runQuestionSchema }),
  z.object({ outcome: z.literal('no-plan') }),
  z.object({ outcome: z.literal('failed'), error: sqlErrorSchema }),
]);
export type ExplainOutcome = z.infer<typeof explainOutcomeSchema>;

export const onErrorSchema = z.enum(['stop', 'continue']);

/** Of all consoles of an instance. */
export const consolePreferencesSchema = z.object({
  /** 0: none. */
  statementTimeoutMs: z.number().int().min(0).max(86_400_000),
  readOnly: z.boolean(),
  onError: onErrorSchema,
});
export type ConsolePreferences = z.infer<typeof consolePreferencesSchema>;

const byId = z.object({ id: z.string() });
const byInstance = z.object({ instance: z.string() });

export const consoles = {
  /** Consoles of an instance by number. */
  list: procedure.input(byInstance).output(z.array(consoleSchema)),
  create: procedure.input(byInstance).output(consoleSchema),
  /** Keeps the draft. Resolves when it is on the disk. */
  saveDraft: procedure
    .input(z.object({ id: z.string(), text: z.string().max(8_000_000), caret: z.number().int().min(0) }))
    .output(z.void()),
  /** Cancels what runs, ends the session, forgets draft, log and results. */
  close: procedure.input(byId).output(z.void()),
  watch: procedure.input(byId).output(eventIterator(consoleUpdateSchema)),
  /** Ends the session; the next one is opened on that database. Null: the default one. */
  useDatabase: procedure
    .input(z.object({ id: z.string(), database: z.string().nullable() }))
    .output(z.void()),
  /** Opens the session now instead of at the first run; also the way out of `failed`. */
  connect: procedure.input(byId).output(z.void()),
  /**
   * Runs statements and psql commands one after the other. `text` is a selection, a statement or the whole draft;
   * `offset` is where it begins in the draft. Results of the run before are let go.
   */
  run: procedure
    .input(
      z.object({
        id: z.string(),
        text: z.string().max(8_000_000),
        offset: z.number().int().min(0),
        ...runAnswer,
      }),
    )
    .output(runOutcomeSchema),
  /** Runs one statement of the last run again without the limit that stopped its result. */
  runWhole: procedure.input(z.object({ id: z.string(), resultId: z.string() })).output(z.void()),
  cancel: procedure.input(byId).output(z.void()),
  endTransaction: procedure
    .input(z.object({ id: z.string(), how: z.enum(['commit', 'rollback']) }))
    .output(z.void()),
  /**
   * The plan of one statement. `analyze` runs it: a writing one inside a transaction or savepoint that is rolled back,
   * after it was asked about.
   */
  explain: procedure
    .input(
      z.object({
        id: z.string(),
        text: z.string().max(8_000_000),
        offset: z.number().int().min(0),
        analyze: z.boolean(),
        ...runAnswer,
      }),
    )
    .output(explainOutcomeSchema),
  /** A file that the page sends in pieces: `startFile`, then `fileChunk` one after the other, the last with `last`. */
  startFile: procedure
    .input(
      z.object({
        id: z.string(),
        fileName: z.string(),
        sizeBytes: z.number().int().min(0),
        /** All of it in one transaction, rolled back at the first error. */
        oneTransaction: z.boolean(),
      }),
    )
    .output(z.object({ fileId: z.string() })),
  /** At most 4 MiB. Resolves when more is wanted; `wanted` false: the run ended early, the rest is not needed. */
  fileChunk: procedure
    .input(z.object({ fileId: z.string(), chunk: z.instanceof(Blob), last: z.boolean() }))
    .output(z.object({ wanted: z.boolean() })),
  preferences: procedure.input(byInstance).output(consolePreferencesSchema),
  setPreferences: procedure
    .input(z.object({ instance: z.string(), patch: consolePreferencesSchema.partial() }))
    .output(consolePreferencesSchema),
};
