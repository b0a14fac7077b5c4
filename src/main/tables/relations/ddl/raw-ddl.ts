/**
 * What `ddlQuery` answers. Fields called `sqlName` and those of types, collations and expressions are ready for SQL,
 * with schema.
 */
export interface RawDdl {
  sqlName: string;
  /** Without schema and quotes. */
  name: string;
  /** `pg_class.relkind` */
  kind: string;
  isUnlogged: boolean;
  isPartition: boolean;
  bounds: string | null;
  partitionKey: string | null;
  /** Of a typed table. */
  ofType: string | null;
  /** Null: the server's own. */
  accessMethod: string | null;
  tablespace: string | null;
  /** "name=value"; those of its TOAST table begin with "toast.". */
  options: string[];
  /** `relreplident` */
  replicaIdentity: string;
  replicaIndex: string | null;
  clusterIndex: string | null;
  hasRowSecurity: boolean;
  forcesRowSecurity: boolean;
  comment: string | null;
  /** Of views. */
  query: string | null;
  isPopulated: boolean;
  /** Of foreign tables. */
  server: string | null;
  foreignOptions: string | null;
  columns: DdlColumn[];
  parents: DdlParent[];
  /** Owned by columns, but those of identity columns. */
  sequences: DdlSequence[];
  constraints: DdlConstraint[];
  indexes: DdlIndex[];
  /** Extended statistics, as whole statements. */
  statistics: string[];
  triggers: DdlTrigger[];
  rules: DdlTrigger[];
  policies: DdlPolicy[];
}

export interface DdlColumn {
  name: string;
  sqlName: string;
  type: string;
  /** Where it is not that of the type. */
  collation: string | null;
  compression: string | null;
  storage: string | null;
  statistics: number | null;
  options: string[] | null;
  foreignOptions: string | null;
  notNull: boolean;
  /** From 18 on. `isOwnName`: the server would give another. */
  notNullConstraint: { sqlName: string; isOwnName: boolean; isValid: boolean; isNoInherit: boolean } | null;
  expression: string | null;
  identity: string;
  generated: string;
  /** Of an identity column. */
  sequence: DdlSequence | null;
  isLocal: boolean;
  comment: string | null;
}

export interface DdlParent {
  sqlName: string;
  columns: { name: string; expression: string | null; notNull: boolean }[];
}

export interface DdlSequence {
  sqlName: string;
  column: string;
  /** The server gives this name by itself. */
  hasUsualName: boolean;
  /** As a default calls it. */
  call: string;
  type: string;
  /** As texts: they may be beyond what a number holds. */
  start: string;
  increment: string;
  min: string;
  max: string;
  cache: string;
  cycles: boolean;
  comment: string | null;
}

export interface DdlConstraint {
  sqlName: string;
  /** `contype` */
  kind: string;
  definition: string;
  isValid: boolean;
  /** It is there because a parent has it. */
  isInherited: boolean;
  /** Of its index. */
  index: { sqlName: string; options: string[]; tablespace: string | null } | null;
  comment: string | null;
}

export interface DdlIndex {
  sqlName: string;
  /** Without schema. */
  bareName: string;
  definition: string;
  tablespace: string | null;
  isValid: boolean;
  /** It is there because a parent has it. */
  isInherited: boolean;
  comment: string | null;
}

/** A trigger or a rule. */
export interface DdlTrigger {
  sqlName: string;
  definition: string;
  /** `tgenabled`, `ev_enabled` */
  enabled: string;
  comment: string | null;
}

export interface DdlPolicy {
  sqlName: string;
  isPermissive: boolean;
  /** `polcmd` */
  command: string;
  roles: string;
  using: string | null;
  check: string | null;
  comment: string | null;
}
