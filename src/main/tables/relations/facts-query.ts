import { estimatedRowsSql, zeroIfEmptySql } from './estimated-rows-sql.ts';

/** Names of columns by their numbers, in order. */
function columnNames(relation: string, numbers: string): string {
  return `ARRAY(SELECT a.attname FROM unnest(${numbers}) WITH ORDINALITY AS listed (number, place)
    JOIN pg_catalog.pg_attribute a ON a.attrelid = ${relation} AND a.attnum = listed.number ORDER BY listed.place)`;
}

/** Of an index with expressions: all columns that it is made from. */
const indexColumns = `CASE WHEN i.indexprs IS NULL
  THEN ${columnNames('i.indrelid', 'i.indkey[0:i.indnkeyatts - 1]')}
  ELSE ARRAY(SELECT a.attname FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = i.indexrelid
      AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = i.indrelid
    ORDER BY a.attnum) END`;

const actions = (column: string) => `CASE k.${column} WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade'
  WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' ELSE 'no action' END`;

/** Over `k` (pg_constraint): a row for {@link relationFactsQuery} as the contract has it. */
export const foreignKeyPairs = `
  'name', k.conname,
  'from', (SELECT json_build_object('schema', n.nspname, 'name', c.relname) FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = k.conrelid),
  'fromColumns', ${columnNames('k.conrelid', 'k.conkey')},
  'to', (SELECT json_build_object('schema', n.nspname, 'name', c.relname) FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = k.confrelid),
  'toColumns', ${columnNames('k.confrelid', 'k.confkey')},
  'onDelete', ${actions('confdeltype')},
  'onUpdate', ${actions('confupdtype')}`;

/** A partitioned table on either side has a constraint more for each partition: only the one on top is told. */
export const isOwnForeignKey = `NOT EXISTS (SELECT FROM pg_catalog.pg_constraint top
  WHERE top.oid = k.conparentid AND top.conrelid = k.conrelid)`;

const columns = `
  SELECT json_agg(json_build_object(
    'name', a.attname,
    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
    'typeOid', a.atttypid::int8, 'modifier', a.atttypmod,
    'hasLooseCollation', EXISTS (
      SELECT FROM pg_catalog.pg_collation l WHERE l.oid = a.attcollation AND NOT l.collisdeterministic),
    'notNull', a.attnotnull,
    'isNotNullProven', a.attnotnull AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
      WHERE k.conrelid = rel.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum] AND NOT k.convalidated),
    'expression', (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
      WHERE d.adrelid = rel.oid AND d.adnum = a.attnum),
    'identity', a.attidentity, 'generated', a.attgenerated,
    'mayInsert', pg_catalog.has_column_privilege(rel.oid, a.attnum, 'INSERT'),
    'mayUpdate', pg_catalog.has_column_privilege(rel.oid, a.attnum, 'UPDATE'),
    'isUpdatable', rel.relkind NOT IN ('v', 'f')
      OR pg_catalog.pg_column_is_updatable(rel.oid, a.attnum, true),
    'comment', pg_catalog.col_description(rel.oid, a.attnum)
  ) ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped`;

/**
 * Of the system's own types the name is enough, whatever the search path is; keywords among them are not quoted. With
 * OFFSET the few types are looked up one by one: the planner takes them for many and would read all there are.
 */
const types = `
  SELECT json_agg(json_build_object(
    'oid', t.oid::int8,
    'name', CASE n.nspname WHEN 'pg_catalog' THEN pg_catalog.format_type(t.oid, -1)
      ELSE pg_catalog.format('%I.%I', n.nspname, t.typname) END,
    'kind', t.typtype, 'category', t.typcategory, 'length', t.typlen,
    'baseOid', t.typbasetype::int8, 'modifier', t.typtypmod, 'notNull', t.typnotnull, 'expression', t.typdefault,
    'checks', CASE t.typtype WHEN 'd' THEN ARRAY(
      SELECT k.conname FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid) END,
    'elementOid', CASE WHEN t.typoutput = 'pg_catalog.array_out'::regproc THEN t.typelem::int8 ELSE 0 END,
    'fields', CASE t.typtype WHEN 'c' THEN ARRAY(SELECT a.atttypid::int8 FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) END,
    'isOrdered', EXISTS (SELECT FROM pg_catalog.pg_opclass o
      WHERE o.opcmethod = 403 AND o.opcdefault AND (o.opcintype = t.oid OR o.opcintype IN (
        SELECT k.casttarget FROM pg_catalog.pg_cast k
        WHERE k.castsource = t.oid AND k.castmethod = 'b' AND k.castcontext = 'i'))
      AND EXISTS (SELECT FROM pg_catalog.pg_amop m JOIN pg_catalog.pg_operator p ON p.oid = m.amopopr
        WHERE m.amopfamily = o.opcfamily AND m.amoplefttype = o.opcintype AND m.amoprighttype = o.opcintype
          AND p.oprname = '<')),
    'labels', CASE t.typtype WHEN 'e' THEN ARRAY(
      SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) END))
  FROM made_of CROSS JOIN LATERAL (
    SELECT * FROM pg_catalog.pg_type one WHERE one.oid = made_of.oid OFFSET 0) t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace`;

const indexes = `
  SELECT json_agg(json_build_object(
    'name', c.relname, 'columns', ${indexColumns}, 'isPrimary', i.indisprimary,
    'isProof', i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL) ORDER BY c.oid)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = rel.oid AND i.indisunique AND i.indislive`;

const constraints = `
  SELECT json_agg(json_build_object(
    'name', k.conname, 'kind', k.contype,
    'columns', CASE k.contype
      WHEN 'x' THEN (SELECT ${indexColumns} FROM pg_catalog.pg_index i WHERE i.indexrelid = k.conindid)
      ELSE ${columnNames('k.conrelid', 'k.conkey')} END) ORDER BY k.conname)
  FROM pg_catalog.pg_constraint k WHERE k.conrelid = rel.oid`;

/**
 * Their indexes have names of their own. Those of the newest partitions are enough, as they only say which cell an error
 * is about.
 */
const partConstraints = `
  SELECT json_agg(json_build_object('name', part.name, 'kind', 'u', 'columns', part.columns))
  FROM (SELECT (SELECT c.relname FROM pg_catalog.pg_class c WHERE c.oid = i.indexrelid) AS name,
      ${indexColumns} AS columns
    FROM below CROSS JOIN LATERAL (
      SELECT * FROM pg_catalog.pg_index one WHERE one.indrelid = below.oid AND one.indisunique OFFSET 0) i
    ORDER BY i.indexrelid DESC LIMIT 200) part`;

const foreignKeys = `
  SELECT json_agg(json_build_object(${foreignKeyPairs}) ORDER BY k.conname)
  FROM pg_catalog.pg_constraint k WHERE k.conrelid = rel.oid AND k.contype = 'f' AND ${isOwnForeignKey}`;

/** What refers to the table that this one is a partition of refers to its rows, too. */
const referencedBy = `
  SELECT json_agg(json_build_object(${foreignKeyPairs}) ORDER BY k.conrelid::regclass::text, k.conname)
  FROM pg_catalog.pg_constraint k
  WHERE k.confrelid IN (SELECT rel.oid UNION SELECT relid FROM pg_catalog.pg_partition_ancestors(rel.oid))
    AND k.contype = 'f' AND k.conparentid = 0`;

function insteadOf(triggerBit: number, ruleEvent: number): string {
  return `(rel.relkind = 'v' AND (
    EXISTS (SELECT FROM pg_catalog.pg_trigger t
      WHERE t.tgrelid = rel.oid AND t.tgtype & 64 <> 0 AND t.tgtype & ${triggerBit} <> 0)
    OR EXISTS (SELECT FROM pg_catalog.pg_rewrite r
      WHERE r.ev_class = rel.oid AND r.is_instead AND r.ev_type = '${ruleEvent}' AND r.ev_qual = '<>')))`;
}

const fillsNewRows = `EXISTS (SELECT FROM pg_catalog.pg_trigger t
  WHERE t.tgrelid IN (SELECT oid FROM stored) AND t.tgtype & 7 = 7 AND t.tgenabled IN ('O', 'A'))`;

/** To look at each of a thousand partitions takes too long. */
const ownIfEmpty = `CASE stored.oid WHEN rel.oid THEN ${zeroIfEmptySql('stored')} END`;

/** $1 schema, $2 name: one row with one JSON text, see `RawRelation`; none where there is no such relation. */
export const relationFactsQuery = `
  WITH RECURSIVE rel AS (
    SELECT c.oid, c.relkind, c.reltuples, c.relam
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f')),
  below AS (
    SELECT i.inhrelid AS oid FROM rel JOIN pg_catalog.pg_inherits i ON i.inhparent = rel.oid
    UNION SELECT i.inhrelid FROM below JOIN pg_catalog.pg_inherits i ON i.inhparent = below.oid),
  stored AS (
    SELECT c.oid, c.relkind, c.reltuples, c.relpages, c.relam FROM pg_catalog.pg_class c
    WHERE c.oid IN (SELECT oid FROM rel UNION ALL SELECT oid FROM below)),
  made_of AS (
    SELECT a.atttypid AS oid FROM rel
    JOIN pg_catalog.pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION
    SELECT part.oid FROM made_of JOIN pg_catalog.pg_type t ON t.oid = made_of.oid
    CROSS JOIN LATERAL (
      SELECT t.typbasetype WHERE t.typtype = 'd'
      UNION ALL SELECT t.typelem WHERE t.typoutput = 'pg_catalog.array_out'::regproc
      UNION ALL SELECT a.atttypid FROM pg_catalog.pg_attribute a
        WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) part (oid))
  SELECT json_build_object(
    'oid', rel.oid::int8, 'kind', rel.relkind,
    'isStandby', pg_catalog.pg_is_in_recovery(),
    'hasHeirs', rel.relkind <> 'p' AND EXISTS (SELECT FROM below),
    'isHeap', rel.relkind IN ('r', 'p') AND NOT EXISTS (
      SELECT FROM stored WHERE stored.relkind = 'f' OR stored.relkind = 'r' AND stored.relam <> 2),
    'estimatedRows', (SELECT sum(${estimatedRowsSql('stored', ownIfEmpty)}) FROM stored WHERE stored.relkind <> 'p'),
    'mayInsert', pg_catalog.has_any_column_privilege(rel.oid, 'INSERT'),
    'mayUpdate', pg_catalog.has_any_column_privilege(rel.oid, 'UPDATE'),
    'mayDelete', pg_catalog.has_table_privilege(rel.oid, 'DELETE'),
    'updatable', CASE WHEN rel.relkind = 'm' THEN 0 ELSE pg_catalog.pg_relation_is_updatable(rel.oid, true) END,
    'fillsNewRows', ${fillsNewRows},
    'insteadOf', json_build_object('insert', ${insteadOf(4, 3)}, 'update', ${insteadOf(16, 2)}),
    'columns', COALESCE((${columns}), '[]'),
    'types', COALESCE((${types}), '[]'),
    'indexes', COALESCE((${indexes}), '[]'),
    'constraints', COALESCE((${constraints}), '[]'),
    'partConstraints', COALESCE((${partConstraints}), '[]'),
    'foreignKeys', COALESCE((${foreignKeys}), '[]'),
    'referencedBy', COALESCE((${referencedBy}), '[]'))
  FROM rel`;
