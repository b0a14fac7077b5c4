import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure } from './base.ts';
import { sqlErrorSchema } from './consoles.ts';
import { cellSchema, exportFormatSchema } from './results.ts';

/** A relation of one database of an instance; a null database is the default one. */
const databasePlace = { instance: z.string(), database: z.string().nullable() };

export const relationNameSchema = z.object({ schema: z.string(), name: z.string() });
export type RelationName = z.infer<typeof relationNameSchema>;

const relationPlace = { ...databasePlace, relation: relationNameSchema };
export const relationPlaceSchema = z.object(relationPlace);
export type RelationPlace = z.infer<typeof relationPlaceSchema>;

export const relationKindSchema = z.enum([
  'table',
  'partitioned-table',
  'view',
  'materialized-view',
  'foreign-table',
]);
export type RelationKind = z.infer<typeof relationKindSchema>;

export const listedRelationSchema = z.object({
  ...relationNameSchema.shape,
  kind: relationKindSchema,
  /** The table that this one is a partition of. */
  partitionOf: relationNameSchema.nullable(),
  /** As the server's statistics say, partitions included; null: it keeps none (views) or has none yet. */
  estimatedRows: z.number().nullable(),
  /** With indexes and TOAST, partitions included; null for what has no storage. */
  sizeBytes: z.number().nullable(),
  comment: z.string().nullable(),
});
export type ListedRelation = z.infer<typeof listedRelationSchema>;

export const relationListSchema = z.object({
  /** Without the server's own, by name; also those that hold nothing. */
  schemas: z.array(z.string()),
  /** By schema and name, at most 20,000. */
  relations: z.array(listedRelationSchema),
  cut: z.boolean(),
  /** Where a table without a schema is made; null: nowhere. */
  currentSchema: z.string().nullable(),
});
export type RelationList = z.infer<typeof relationListSchema>;

/** What a value is to an editor and a filter; of a domain: what it is made of. */
export const valueTypeSchema = z.enum([
  'boolean',
  'integer',
  'number',
  'text',
  'enum',
  'date',
  'time',
  'timestamp',
  'interval',
  'json',
  'array',
  'bytea',
  'uuid',
  'other',
]);
export type ValueType = z.infer<typeof valueTypeSchema>;

export const relationColumnSchema = z.object({
  name: z.string(),
  /** With modifier, as psql shows it: "character varying(100)". */
  type: z.string(),
  typeOid: z.number().int(),
  valueType: valueTypeSchema,
  align: z.enum(['left', 'right']),
  notNull: z.boolean(),
  /** The expression, as the server prints it. */
  defaultText: z.string().nullable(),
  identity: z.enum(['always', 'by-default']).nullable(),
  /** The expression of a generated column. */
  generated: z.string().nullable(),
  /** In characters; of character and bit types that have one. */
  maxLength: z.number().int().nullable(),
  /** Of whole numbers: 2, 4 or 8 bytes. */
  integerBytes: z.union([z.literal(2), z.literal(4), z.literal(8)]).nullable(),
  numeric: z.object({ precision: z.number().int(), scale: z.number().int() }).nullable(),
  enumLabels: z.array(z.string()).nullable(),
  /** The type has an order. */
  canSort: z.boolean(),
  /** It may be given a value: not generated, privilege held, updatable in a view. */
  canInsert: z.boolean(),
  canUpdate: z.boolean(),
  comment: z.string().nullable(),
});
export type RelationColumn = z.infer<typeof relationColumnSchema>;

const referentialAction = z.enum(['no action', 'restrict', 'cascade', 'set null', 'set default']);

export const foreignKeySchema = z.object({
  name: z.string(),
  /** Where it stands, and what it points to; columns pair up by position. */
  from: relationNameSchema,
  fromColumns: z.array(z.string()),
  to: relationNameSchema,
  toColumns: z.array(z.string()),
  onDelete: referentialAction,
  onUpdate: referentialAction,
});
export type ForeignKey = z.infer<typeof foreignKeySchema>;

/** What makes a row findable: columns whose values are there and differ in every row. */
export const rowIdentitySchema = z.object({
  source: z.enum(['primary-key', 'unique', 'picked']),
  columns: z.array(z.string()).min(1),
});
export type RowIdentity = z.infer<typeof rowIdentitySchema>;

/** Why rows cannot be changed (`no-key`: not until columns are picked). */
export const readOnlyReasonSchema = z.enum([
  'no-key',
  'materialized-view',
  'view-not-updatable',
  'no-privilege',
  'foreign-table-not-updatable',
  'standby',
]);
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>;

/** What the grid and the editors know of a relation before they read a row. */
export const relationSchema = z.object({
  ...relationNameSchema.shape,
  kind: relationKindSchema,
  columns: z.array(relationColumnSchema),
  /** Null: none is known; the person may pick columns. */
  identity: rowIdentitySchema.nullable(),
  /** Rows carry a version (`xmin`); else a change is checked against all old values. */
  hasVersion: z.boolean(),
  can: z.object({ insert: z.boolean(), update: z.boolean(), delete: z.boolean() }),
  /** A trigger may give a new row values before NOT NULL is checked: what it lacks, only the server knows. */
  fillsNewRows: z.boolean(),
  /** Null: rows can be changed. */
  readOnlyReason: readOnlyReasonSchema.nullable(),
  foreignKeys: z.array(foreignKeySchema),
  referencedBy: z.array(foreignKeySchema),
  /** Which cells an error of a constraint is about. */
  constraints: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['primary-key', 'unique', 'check', 'foreign-key', 'exclusion', 'not-null']),
      columns: z.array(z.string()),
    }),
  ),
  estimatedRows: z.number().nullable(),
  /** Another one: columns or keys were changed since. */
  fingerprint: z.string(),
});
export type Relation = z.infer<typeof relationSchema>;

/** Columns that the person says identify a row. */
const pickedIdentity = z.array(z.string()).min(1).nullable();

export const rowOrderSchema = z.array(z.object({ column: z.string(), descending: z.boolean() })).max(8);
export type RowOrder = z.infer<typeof rowOrderSchema>;

export const filterOperatorSchema = z.enum([
  'equals',
  'differs',
  'less',
  'at-most',
  'more',
  'at-least',
  /** Both ends belong to it; two values. */
  'between',
  /** One of the values. */
  'in',
  /** In any case, `%` and `_` as they are. */
  'contains',
  'starts-with',
  'ends-with',
  /** A regular expression, in any case. */
  'matches',
  'is-null',
  'is-not-null',
  'is-true',
  'is-false',
  /** An element of an array; of JSON: `@>`. */
  'holds',
]);
export type FilterOperator = z.infer<typeof filterOperatorSchema>;

export const filterConditionSchema = z.object({
  column: z.string(),
  operator: filterOperatorSchema,
  values: z.array(z.string()).max(10_000),
});
export type FilterCondition = z.infer<typeof filterConditionSchema>;

export const rowFilterSchema = z.object({
  match: z.enum(['all', 'any']),
  conditions: z.array(filterConditionSchema).max(50),
  /** One SQL expression as the person wrote it, beside the conditions; "": none. */
  where: z.string().max(100_000),
});
export type RowFilter = z.infer<typeof rowFilterSchema>;

/** A place in the order; only for the order and filter it came with. Holds values of a row. */
const cursor = z.string();

export const pageWishSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('first') }),
  z.object({ at: z.literal('last') }),
  z.object({ at: z.literal('after'), cursor }),
  z.object({ at: z.literal('before'), cursor }),
]);
export type PageWish = z.infer<typeof pageWishSchema>;

export const tableRowSchema = z.object({
  /** In the order of the relation's columns. A value over 10 kB comes as its beginning and its whole length. */
  cells: z.array(cellSchema),
  /** Another text when the row was written since: `xmin`, or, where rows have none (views, foreign tables), a digest. */
  version: z.string().nullable(),
  /** Finds this row again for one whole value; null: it cannot be found. */
  locator: z.string().nullable(),
});
export type TableRow = z.infer<typeof tableRowSchema>;

/**
 * How the rows follow each other. `key`: by key or by the asked-for order and key. `stored`: as they lie on the disk.
 * `none`: the server may answer in another order each time.
 */
export const rowSequenceSchema = z.enum(['key', 'stored', 'none']);

export const rowPageSchema = z.object({
  rows: z.array(tableRowSchema),
  /** Null: no row comes before, or after, this page. */
  before: cursor.nullable(),
  after: cursor.nullable(),
  sequence: rowSequenceSchema,
  /** The query as a person would type it, values in place. */
  sql: z.string(),
  /** Of the relation when the rows were read. */
  fingerprint: z.string(),
  durationMs: z.number(),
});
export type RowPage = z.infer<typeof rowPageSchema>;

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
const values = z.record(z.string(), stagedValueSchema);

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

export const relationStructureSchema = z.object({
  indexes: z.array(
    z.object({
      name: z.string(),
      /** What follows USING: "btree (email)". */
      definition: z.string(),
      isUnique: z.boolean(),
      isPrimary: z.boolean(),
      isValid: z.boolean(),
      sizeBytes: z.number(),
    }),
  ),
  constraints: z.array(z.object({ name: z.string(), definition: z.string(), isValidated: z.boolean() })),
  referencedBy: z.array(foreignKeySchema.extend({ definition: z.string() })),
  triggers: z.array(
    z.object({
      name: z.string(),
      definition: z.string(),
      /** `replica` and `always`: see ALTER TABLE … ENABLE. */
      enabled: z.enum(['on', 'off', 'replica', 'always']),
    }),
  ),
  partitions: z.array(z.object({ ...relationNameSchema.shape, bounds: z.string() })),
  /** Statements that make the relation anew. */
  ddl: z.string(),
});
export type RelationStructure = z.infer<typeof relationStructureSchema>;

/** As a file may be written. A byte order mark at its start is no part of it. */
export const csvEncodingSchema = z.enum(['UTF8', 'UTF16LE', 'UTF16BE', 'WIN1252', 'LATIN1', 'LATIN9']);
export type CsvEncoding = z.infer<typeof csvEncodingSchema>;

export const importOptionsSchema = z.object({
  encoding: csvEncodingSchema,
  /** One byte, as the server takes it. */
  delimiter: z.string().regex(/^[^\0\r\n"'\x80-\uffff]$/),
  quote: z.enum(['"', "'"]),
  /** The first line names the columns. */
  header: z.boolean(),
  /** What stands for NULL, when it is not in quotes. */
  nullText: z.string().max(100),
  /** For each column of the file where it goes; null: nowhere. */
  columns: z
    .array(z.string().nullable())
    .max(1600)
    .refine((columns) => columns.some((column) => column !== null)),
  /** Moves the sequences behind imported columns beyond the imported values. */
  moveSequences: z.boolean(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const badLineSchema = z.object({
  /** From 1, as an editor counts; where the record begins. */
  line: z.number().int(),
  column: z.string().nullable(),
  /** The server's words, or what is wrong with the line itself. */
  reason: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('server'),
      message: z.string(),
      detail: z.string().nullable(),
      sqlState: z.string(),
    }),
    z.object({ kind: z.literal('too-few'), expected: z.number(), found: z.number() }),
    z.object({ kind: z.literal('too-many'), expected: z.number(), found: z.number() }),
    z.object({ kind: z.literal('open-quote') }),
    z.object({ kind: z.literal('bad-encoding') }),
  ]),
  /** The beginning of the line, at most 200 characters. */
  text: z.string(),
});
export type BadLine = z.infer<typeof badLineSchema>;

export const importStateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    readBytes: z.number(),
    sizeBytes: z.number(),
    /** Lines that were looked at; null while the server counts for itself. */
    lines: z.number().nullable(),
    /** The file is in, the server finishes (indexes, constraints). */
    finishing: z.boolean(),
  }),
  z.object({
    state: z.literal('imported'),
    rows: z.number(),
    durationMs: z.number(),
    /** Sequences that were moved, with the value the next row gets. */
    sequences: z.array(z.object({ column: z.string(), next: z.string() })),
  }),
  /** Nothing was imported: the server stopped at its first error. Check the file to find all. */
  z.object({ state: z.literal('refused'), error: sqlErrorSchema, line: z.number().int().nullable() }),
  /** Of a check: nothing was imported. `more`: there are more than the 1,000 listed. */
  z.object({
    state: z.literal('checked'),
    goodLines: z.number(),
    badLines: z.array(badLineSchema),
    more: z.boolean(),
  }),
  z.object({ state: z.literal('cancelled') }),
]);
export type ImportState = z.infer<typeof importStateSchema>;

const rowsWish = {
  ...relationPlace,
  identity: pickedIdentity,
  order: rowOrderSchema,
  filter: rowFilterSchema,
};

/** The page's own name for a call, for `cancelSave`; another one each time. */
const saveCall = z.string().min(1).max(100);

export const tables = {
  list: procedure.input(z.object(databasePlace)).output(relationListSchema),
  /** Where the relation has no key, `identity` is taken for one. */
  describe: procedure.input(z.object({ ...relationPlace, identity: pickedIdentity })).output(relationSchema),
  structure: procedure.input(relationPlaceSchema).output(relationStructureSchema),
  /** At most 300 rows. */
  rows: procedure.input(z.object({ ...rowsWish, page: pageWishSchema })).output(rowPageSchema),
  /** Counts them all: may take long, stops with the call. */
  count: procedure
    .input(z.object({ ...relationPlace, filter: rowFilterSchema }))
    .output(z.object({ count: z.number() })),
  /** What the planner expects, at once. */
  estimate: procedure
    .input(z.object({ ...relationPlace, filter: rowFilterSchema }))
    .output(z.object({ count: z.number() })),
  /** A piece of one value as text, offsets in characters; null `nextOffset`: that was all. */
  cell: procedure
    .input(
      z.object({
        ...relationPlace,
        identity: pickedIdentity,
        locator: z.string(),
        column: z.string(),
        offset: z.number().int().min(0),
      }),
    )
    .output(z.object({ text: z.string().nullable(), nextOffset: z.number().int().nullable() })),
  /** Whether the values of these columns are there and differ in all rows; counts of rows that stand in the way. */
  checkIdentity: procedure
    .input(z.object({ ...relationPlace, columns: z.array(z.string()).min(1) }))
    .output(z.object({ duplicates: z.number(), nulls: z.number() })),
  save: procedure
    .input(
      z.object({
        ...relationPlace,
        identity: pickedIdentity,
        fingerprint: z.string(),
        changes: z.array(rowChangeSchema).min(1).max(100_000),
        /** The side effects were shown and agreed to. */
        confirmed: z.boolean(),
        call: saveCall,
      }),
    )
    .output(saveOutcomeSchema),
  /**
   * Puts the rows of a save back as they were, if nobody changed them since: also those of other relations that it changed
   * by foreign keys. Conflicts may be about any of them. Once; known until the app ends.
   */
  undoSave: procedure
    .input(z.object({ saveId: z.string(), confirmed: z.boolean(), call: saveCall }))
    .output(saveOutcomeSchema),
  /**
   * Stops a save, or the undoing of one, that runs. The call itself tells how it ended: it fails with `cancelled` when
   * nothing was saved, else it was done before.
   */
  cancelSave: procedure.input(z.object({ call: saveCall })).output(z.void()),
  /** Makes the sample table with its three rows, or does nothing where they are. */
  createCustomers: procedure.input(z.object(databasePlace)).output(relationNameSchema),
  /**
   * Reads a CSV file that the page sends in pieces: `importChunk` one after the other, the last with `last`. `check`
   * finds all lines that the server would refuse and imports nothing.
   */
  startImport: procedure
    .input(
      z.object({
        ...relationPlace,
        mode: z.enum(['import', 'check']),
        fileName: z.string(),
        sizeBytes: z.number().int().min(0),
        options: importOptionsSchema,
      }),
    )
    .output(z.object({ importId: z.string() })),
  /** At most 4 MiB. Resolves when more is wanted; `wanted` false: it ended, the rest is not needed. */
  importChunk: procedure
    .input(z.object({ importId: z.string(), chunk: z.instanceof(Blob), last: z.boolean() }))
    .output(z.object({ wanted: z.boolean() })),
  /** Its state at once and whenever it changes, at most every 50 ms; ends with the import. */
  watchImport: procedure.input(z.object({ importId: z.string() })).output(eventIterator(importStateSchema)),
  cancelImport: procedure.input(z.object({ importId: z.string() })).output(z.void()),
  /** The query whose rows `export` writes to CSV, values in place: clauses on lines of their own. */
  exportQuery: procedure
    .input(z.object({ ...relationPlace, order: rowOrderSchema, filter: rowFilterSchema }))
    .output(z.object({ sql: z.string() })),
  /** Writes all rows that match to a file, as `results.export` does. */
  export: procedure
    .input(
      z.object({
        ...relationPlace,
        order: rowOrderSchema,
        filter: rowFilterSchema,
        fileName: z.string().max(200),
        as: exportFormatSchema,
      }),
    )
    .output(
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('saved'), path: z.string().nullable() }),
        z.object({ way: z.literal('download'), ticket: z.string() }),
      ]),
    ),
};
