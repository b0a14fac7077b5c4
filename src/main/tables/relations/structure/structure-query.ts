import { foreignKeyPairs, isOwnForeignKey } from '../facts-query.ts';

const indexes = `
  SELECT json_agg(json_build_object(
    'name', c.relname, 'sqlName', pg_catalog.quote_ident(c.relname),
    'definition', pg_catalog.pg_get_indexdef(c.oid, 0, true),
    'isUnique', i.indisunique, 'isPrimary', i.indisprimary, 'isValid', i.indisvalid,
    'sizeBytes', (SELECT COALESCE(sum(pg_catalog.pg_relation_size(part.oid)), 0) FROM (
      SELECT c.oid WHERE c.relkind = 'i'
      UNION ALL SELECT relid FROM pg_catalog.pg_partition_tree(c.oid) WHERE c.relkind = 'I' AND isleaf) part (oid))
  ) ORDER BY i.indisprimary DESC, c.relname)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = rel.oid`;

const constraints = `
  SELECT json_agg(json_build_object(
    'name', k.conname, 'definition', pg_catalog.pg_get_constraintdef(k.oid, true), 'isValidated', k.convalidated
  ) ORDER BY pg_catalog.strpos('pufxcn', k.contype), k.conname)
  FROM pg_catalog.pg_constraint k WHERE k.conrelid = rel.oid AND k.contype <> 't' AND ${isOwnForeignKey}`;

const referencedBy = `
  SELECT json_agg(json_build_object(${foreignKeyPairs}, 'definition', pg_catalog.pg_get_constraintdef(k.oid, true))
    ORDER BY k.conrelid::regclass::text, k.conname)
  FROM pg_catalog.pg_constraint k
  WHERE k.confrelid IN (SELECT rel.oid UNION SELECT relid FROM pg_catalog.pg_partition_ancestors(rel.oid))
    AND k.contype = 'f' AND k.conparentid = 0`;

const triggers = `
  SELECT json_agg(json_build_object(
    'name', t.tgname, 'definition', pg_catalog.pg_get_triggerdef(t.oid, true),
    'enabled', CASE t.tgenabled WHEN 'D' THEN 'off' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' ELSE 'on' END
  ) ORDER BY t.tgname)
  FROM pg_catalog.pg_trigger t WHERE t.tgrelid = rel.oid AND NOT t.tgisinternal`;

const partitions = `
  SELECT json_agg(json_build_object(
    'schema', n.nspname, 'name', c.relname, 'bounds', pg_catalog.pg_get_expr(c.relpartbound, c.oid)
  ) ORDER BY pg_catalog.pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT', n.nspname, c.relname)
  FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE i.inhparent = rel.oid AND c.relispartition`;

/** $1 the relation's oid: one row with one JSON text, `RelationStructure` but for the DDL. */
export const structureQuery = `
  SELECT json_build_object(
    'indexes', COALESCE((${indexes}), '[]'),
    'constraints', COALESCE((${constraints}), '[]'),
    'referencedBy', COALESCE((${referencedBy}), '[]'),
    'triggers', COALESCE((${triggers}), '[]'),
    'partitions', COALESCE((${partitions}), '[]'))
  FROM (SELECT $1::oid AS oid) rel`;

/** $1 schema, $2 name. */
export const relationOidQuery = `
  SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`;
