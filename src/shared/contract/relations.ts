import * as z from 'zod';

/** A relation of one database of an instance; a null database is the default one. */
export const databasePlace = { instance: z.string(), database: z.string().nullable() };

export const relationNameSchema = z.object({ schema: z.string(), name: z.string() });
export type RelationName = z.infer<typeof relationNameSchema>;

export const relationPlace = { ...databasePlace, relation: relationNameSchema };
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
