import { estimatedRowsSql, zeroIfEmptySql } from './estimated-rows-sql.ts';

/** Without the server's own, and the TOAST and temporary tables of every session. */
const isNameable = `n.nspname !~ '^pg_(toast|temp_)' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`;

/** Where a table without a schema is made; no row: nowhere. */
export const currentSchemaQuery = `
  SELECT path.name FROM unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS path (name, place)
  WHERE pg_catalog.has_schema_privilege(path.name, 'CREATE') ORDER BY path.place LIMIT 1`;

export const schemasQuery = `
  SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE ${isNameable} ORDER BY n.nspname`;

const sizeOnDisk = { sql: 'pg_catalog.pg_total_relation_size(c.oid)', joins: '' };
const sizeByStatistics = {
  sql: `(c.relpages + COALESCE(toast.relpages, 0) + COALESCE(index.pages, 0))
    * pg_catalog.current_setting('block_size')::bigint`,
  joins: `LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
    LEFT JOIN (SELECT i.indrelid, sum(x.relpages) AS pages
      FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid GROUP BY i.indrelid) index
      ON index.indrelid = c.oid`,
};

/**
 * Schema, name, kind, schema and name of the table it is a partition of, rows, bytes, comment. $1 how many; one more
 * is answered when there are more. By statistics: nothing is waited for, where a table may be locked.
 */
export function relationsQuery(by: 'disk' | 'statistics'): string {
  const [size, rows] =
    by === 'disk'
      ? [sizeOnDisk, estimatedRowsSql('c', zeroIfEmptySql('c'))]
      : [sizeByStatistics, estimatedRowsSql('c')];
  return `
  WITH RECURSIVE own AS MATERIALIZED (
    SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relispartition AS is_part,
      ${rows} AS rows, CASE WHEN c.relkind IN ('r', 'm') THEN ${size.sql} END AS bytes
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace ${size.joins}
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${isNameable}),
  below AS (
    SELECT own.oid, i.inhparent AS ancestor
    FROM own JOIN pg_catalog.pg_inherits i ON i.inhrelid = own.oid WHERE own.is_part
    UNION ALL
    SELECT below.oid, i.inhparent
    FROM below JOIN pg_catalog.pg_inherits i ON i.inhrelid = below.ancestor),
  sums AS (
    SELECT below.ancestor, sum(own.rows) AS rows, sum(own.bytes) AS bytes
    FROM below JOIN own ON own.oid = below.oid GROUP BY below.ancestor)
  SELECT own.schema, own.name, own.kind, parent.schema, parent.name,
    CASE own.kind WHEN 'p' THEN sums.rows ELSE own.rows END,
    CASE own.kind WHEN 'p' THEN COALESCE(sums.bytes, 0) ELSE own.bytes END,
    pg_catalog.obj_description(own.oid, 'pg_class')
  FROM own
  LEFT JOIN pg_catalog.pg_inherits i ON own.is_part AND i.inhrelid = own.oid
  LEFT JOIN own parent ON parent.oid = i.inhparent
  LEFT JOIN sums ON sums.ancestor = own.oid
  ORDER BY own.schema, own.name LIMIT $1::int + 1`;
}
