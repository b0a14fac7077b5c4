/** What is read of a database; PostgreSQL 12 to 18. Each takes a limit and answers one row more when there is more. */

/** What is the server's own comes last, so that a limit hits it first. */
const isSystem = `n.nspname IN ('pg_catalog', 'information_schema')`;
/** TOAST tables and the temporary tables of every session are nobody's to name. */
const isNameable = `n.nspname !~ '^pg_(toast|temp_)'`;

export const databasesQuery = `
  SELECT datname AS name,
    datallowconn AND datconnlimit <> -2 AND has_database_privilege(oid, 'CONNECT') AS "allowsConnections",
    datname = $1 AS "isDefault"
  FROM pg_catalog.pg_database ORDER BY datname`;

export const schemasQuery = `
  SELECT current_schemas(true)::text[] AS "searchPath",
    ARRAY(SELECT n.nspname::text FROM pg_catalog.pg_namespace n WHERE ${isNameable} ORDER BY ${isSystem}, n.nspname)
      AS schemas`;

/**
 * $1 relations, $2 columns. Partitions are left out: what is said of them is said of the table they belong to. Which
 * relations still get their columns is decided by `relnatts`, before any of them is read.
 */
export const relationsQuery = `
  WITH listed AS (
    SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, ${isSystem} AS is_system,
      sum(CASE c.relkind WHEN 'S' THEN 0 ELSE c.relnatts END)
        OVER (ORDER BY ${isSystem}, n.nspname, c.relname) AS columns_so_far
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT c.relispartition AND ${isNameable}
    ORDER BY is_system, n.nspname, c.relname LIMIT $1 + 1)
  SELECT schema, name, kind, columns_so_far > $2 AS "columnsCut",
    CASE WHEN kind = 'S' OR columns_so_far > $2 THEN '[]' ELSE coalesce((
      SELECT json_agg(json_build_array(a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = listed.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') END AS columns
  FROM listed ORDER BY is_system, schema, name`;

/** $1 functions. Those that only the server itself can call are left out. */
export const functionsQuery = `
  SELECT n.nspname AS schema, p.proname AS name,
    pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
    coalesce(pg_catalog.pg_get_function_result(p.oid), '') AS returns
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE ${isNameable}
    AND NOT (ARRAY['internal', 'cstring']::regtype[]::oid[] && (p.proargtypes::oid[] || p.prorettype))
  ORDER BY ${isSystem}, n.nspname, p.proname, p.oid LIMIT $1 + 1`;
