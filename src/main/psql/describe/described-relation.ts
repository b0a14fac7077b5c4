import type { SessionQuery } from '../../postgres/console-connection.ts';

/** What `\d NAME` knows of a relation before it looks closer. */
export interface DescribedRelation {
  oid: string;
  schema: string;
  name: string;
  /** `pg_class.relkind` */
  kind: string;
  isUnlogged: boolean;
  isPartition: boolean;
  replicaIdentity: string;
  hasRowSecurity: boolean;
  forcesRowSecurity: boolean;
  /** Null: the database's default. */
  tablespace: string | null;
  options: string | null;
  accessMethod: string | null;
}

/** `SELECT` list for {@link describedRelation}, over `c` (pg_class), `n`, `am` and `ts`. */
export const describedColumns = `c.oid::text, n.nspname, c.relname, c.relkind::text, c.relpersistence = 'u',
  c.relispartition, c.relreplident::text, c.relrowsecurity, c.relforcerowsecurity, ts.spcname,
  pg_catalog.array_to_string(c.reloptions, ', '), am.amname`;

/** A row of {@link describedColumns}. */
export function describedRelation(row: readonly (string | null)[]): DescribedRelation {
  const [
    oid,
    schema,
    name,
    kind,
    unlogged,
    partition,
    identity,
    security,
    forced,
    tablespace,
    options,
    method,
  ] = row;
  return {
    oid: oid ?? '',
    schema: schema ?? '',
    name: name ?? '',
    kind: kind ?? '',
    isUnlogged: unlogged === 't',
    isPartition: partition === 't',
    replicaIdentity: identity ?? 'd',
    hasRowSecurity: security === 't',
    forcesRowSecurity: forced === 't',
    tablespace: tablespace ?? null,
    options: options || null,
    accessMethod: method ?? null,
  };
}

/** Everything a part of the description needs. */
export interface Describing {
  relation: DescribedRelation;
  session: SessionQuery;
  verbose: boolean;
}

/** One column of text of a query about the relation, whose oid is `$1`. */
export async function askLines({ session, relation }: Describing, sql: string): Promise<string[]> {
  const { rows } = await session.query(sql, [relation.oid]);
  return rows.map(([line]) => line ?? '');
}

/** A heading and its lines, indented; nothing without lines. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `    ${line}`)];
}
