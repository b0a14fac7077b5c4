/** To be read with an empty search path: all but the server's own then comes with its schema. */

const sqlName = (oid: string) => `(SELECT pg_catalog.format('%I.%I', sn.nspname, sc.relname)
  FROM pg_catalog.pg_class sc JOIN pg_catalog.pg_namespace sn ON sn.oid = sc.relnamespace WHERE sc.oid = ${oid})`;

const optionsText = (options: string) => `(SELECT pg_catalog.string_agg(
  pg_catalog.format('%I %L', option_name, option_value), ', ') FROM pg_catalog.pg_options_to_table(${options}))`;

const tablespace = (oid: string) =>
  `(SELECT pg_catalog.quote_ident(ts.spcname) FROM pg_catalog.pg_tablespace ts WHERE ts.oid = ${oid})`;

const expressionOf = (relation: string, column: string) =>
  `(SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
    WHERE d.adrelid = ${relation} AND d.adnum = ${column})`;

/** Over `rel` and `a` (pg_attribute); `depends`: 'i' of an identity column, 'a' owned by any other. */
const sequence = (depends: 'i' | 'a') => `
  SELECT json_build_object(
    'sqlName', ${sqlName('q.seqrelid')}, 'column', a.attname,
    'hasUsualName', qc.relname = rel.relname || '_' || a.attname || '_seq' AND qc.relnamespace = rel.relnamespace,
    'call', pg_catalog.format('nextval(%L::regclass)', ${sqlName('q.seqrelid')}),
    'type', pg_catalog.format_type(q.seqtypid, NULL),
    'start', q.seqstart::text, 'increment', q.seqincrement::text, 'min', q.seqmin::text, 'max', q.seqmax::text,
    'cache', q.seqcache::text, 'cycles', q.seqcycle,
    'comment', pg_catalog.obj_description(q.seqrelid, 'pg_class'))
  FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_sequence q ON q.seqrelid = d.objid
  JOIN pg_catalog.pg_class qc ON qc.oid = q.seqrelid
  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
    AND d.refobjid = rel.oid AND d.refobjsubid = a.attnum AND d.deptype = '${depends}'`;

const columns = `
  SELECT json_agg(json_build_object(
    'name', a.attname, 'sqlName', pg_catalog.quote_ident(a.attname),
    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
    'collation', (SELECT pg_catalog.format('%I.%I', ln.nspname, l.collname) FROM pg_catalog.pg_collation l
      JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
      WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation),
    'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
    'storage', CASE WHEN a.attstorage <> t.typstorage THEN
      CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
    'statistics', NULLIF(a.attstattarget, -1), 'options', a.attoptions,
    'foreignOptions', ${optionsText('a.attfdwoptions')},
    'notNull', a.attnotnull,
    'notNullConstraint', (SELECT json_build_object(
        'sqlName', pg_catalog.quote_ident(k.conname),
        'isOwnName', k.conname <> rel.relname || '_' || a.attname || '_not_null',
        'isValid', k.convalidated, 'isNoInherit', k.connoinherit)
      FROM pg_catalog.pg_constraint k
      WHERE k.conrelid = rel.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]),
    'expression', ${expressionOf('rel.oid', 'a.attnum')},
    'identity', a.attidentity, 'generated', a.attgenerated,
    'sequence', (${sequence('i')}),
    'isLocal', a.attislocal,
    'comment', pg_catalog.col_description(rel.oid, a.attnum)) ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped`;

const parents = `
  SELECT json_agg(json_build_object(
    'sqlName', ${sqlName('i.inhparent')},
    'columns', (SELECT json_agg(json_build_object('name', a.attname, 'notNull', a.attnotnull,
        'expression', ${expressionOf('a.attrelid', 'a.attnum')}) ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = i.inhparent AND a.attnum > 0 AND NOT a.attisdropped)) ORDER BY i.inhseqno)
  FROM pg_catalog.pg_inherits i WHERE i.inhrelid = rel.oid`;

const sequences = `
  SELECT json_agg(one.sequence ORDER BY a.attnum)
  FROM pg_catalog.pg_attribute a CROSS JOIN LATERAL (${sequence('a')}) one (sequence)
  WHERE a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped`;

const constraints = `
  SELECT json_agg(json_build_object(
    'sqlName', pg_catalog.quote_ident(k.conname), 'kind', k.contype,
    'definition', pg_catalog.pg_get_constraintdef(k.oid), 'isValid', k.convalidated,
    'isInherited', k.conparentid <> 0 OR NOT k.conislocal,
    'index', CASE WHEN k.contype IN ('p', 'u', 'x') THEN (SELECT json_build_object(
        'sqlName', ${sqlName('x.oid')}, 'options', COALESCE(x.reloptions, '{}'),
        'tablespace', ${tablespace('x.reltablespace')})
      FROM pg_catalog.pg_class x WHERE x.oid = k.conindid) END,
    'comment', pg_catalog.obj_description(k.oid, 'pg_constraint')
  ) ORDER BY pg_catalog.strpos('puxcnf', k.contype), k.conname)
  FROM pg_catalog.pg_constraint k WHERE k.conrelid = rel.oid AND k.contype <> 't'`;

/** Without those of constraints. */
const indexes = `
  SELECT json_agg(json_build_object(
    'sqlName', ${sqlName('x.oid')}, 'bareName', pg_catalog.quote_ident(x.relname),
    'definition', pg_catalog.pg_get_indexdef(x.oid), 'tablespace', ${tablespace('x.reltablespace')},
    'isValid', i.indisvalid, 'isInherited', x.relispartition,
    'comment', pg_catalog.obj_description(x.oid, 'pg_class')) ORDER BY x.relname)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  WHERE i.indrelid = rel.oid AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
    WHERE k.conindid = i.indexrelid AND k.conrelid = rel.oid AND k.contype IN ('p', 'u', 'x'))`;

const statistics = `
  SELECT json_agg(pg_catalog.pg_get_statisticsobjdef(s.oid) ORDER BY s.stxname)
  FROM pg_catalog.pg_statistic_ext s WHERE s.stxrelid = rel.oid`;

/** Without those that are there because a parent has them. */
const triggers = `
  SELECT json_agg(json_build_object(
    'sqlName', pg_catalog.quote_ident(t.tgname), 'definition', pg_catalog.pg_get_triggerdef(t.oid),
    'enabled', t.tgenabled, 'comment', pg_catalog.obj_description(t.oid, 'pg_trigger')) ORDER BY t.tgname)
  FROM pg_catalog.pg_trigger t WHERE t.tgrelid = rel.oid AND NOT t.tgisinternal AND t.tgparentid = 0`;

const rules = `
  SELECT json_agg(json_build_object(
    'sqlName', pg_catalog.quote_ident(r.rulename), 'definition', pg_catalog.pg_get_ruledef(r.oid),
    'enabled', r.ev_enabled, 'comment', pg_catalog.obj_description(r.oid, 'pg_rewrite')) ORDER BY r.rulename)
  FROM pg_catalog.pg_rewrite r WHERE r.ev_class = rel.oid AND r.rulename <> '_RETURN'`;

const policies = `
  SELECT json_agg(json_build_object(
    'sqlName', pg_catalog.quote_ident(p.polname), 'isPermissive', p.polpermissive, 'command', p.polcmd,
    'roles', CASE WHEN p.polroles = '{0}' THEN 'PUBLIC' ELSE (
      SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.rolname), ', ' ORDER BY o.rolname)
      FROM pg_catalog.pg_roles o WHERE o.oid = ANY (p.polroles)) END,
    'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
    'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid),
    'comment', pg_catalog.obj_description(p.oid, 'pg_policy')) ORDER BY p.polname)
  FROM pg_catalog.pg_policy p WHERE p.polrelid = rel.oid`;

const indexWith = (condition: string) => `(SELECT pg_catalog.quote_ident(x.relname)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  WHERE i.indrelid = rel.oid AND i.${condition})`;

/** $1 the relation's oid: one row with one JSON text, see `RawDdl`; none: it is gone. */
export const ddlQuery = `
  SELECT json_build_object(
    'sqlName', ${sqlName('rel.oid')}, 'name', rel.relname, 'kind', rel.relkind,
    'isUnlogged', rel.relpersistence = 'u', 'isPartition', rel.relispartition,
    'bounds', pg_catalog.pg_get_expr(rel.relpartbound, rel.oid),
    'partitionKey', CASE rel.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(rel.oid) END,
    'ofType', CASE WHEN rel.reloftype <> 0 THEN pg_catalog.format_type(rel.reloftype, NULL) END,
    'accessMethod', (SELECT pg_catalog.quote_ident(m.amname) FROM pg_catalog.pg_am m
      WHERE m.oid = rel.relam AND m.amname <> 'heap'),
    'tablespace', ${tablespace('rel.reltablespace')},
    'options', COALESCE(rel.reloptions, '{}') || ARRAY(SELECT 'toast.' || o.option
      FROM pg_catalog.pg_class toast CROSS JOIN unnest(toast.reloptions) o (option)
      WHERE toast.oid = rel.reltoastrelid),
    'replicaIdentity', rel.relreplident, 'replicaIndex', ${indexWith('indisreplident')},
    'clusterIndex', ${indexWith('indisclustered')},
    'hasRowSecurity', rel.relrowsecurity, 'forcesRowSecurity', rel.relforcerowsecurity,
    'comment', pg_catalog.obj_description(rel.oid, 'pg_class'),
    'query', CASE WHEN rel.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(rel.oid) END,
    'isPopulated', rel.relispopulated,
    'server', (SELECT pg_catalog.quote_ident(s.srvname) FROM pg_catalog.pg_foreign_table f
      JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = rel.oid),
    'foreignOptions', (SELECT ${optionsText('f.ftoptions')}
      FROM pg_catalog.pg_foreign_table f WHERE f.ftrelid = rel.oid),
    'columns', COALESCE((${columns}), '[]'),
    'parents', COALESCE((${parents}), '[]'),
    'sequences', COALESCE((${sequences}), '[]'),
    'constraints', COALESCE((${constraints}), '[]'),
    'indexes', COALESCE((${indexes}), '[]'),
    'statistics', COALESCE((${statistics}), '[]'),
    'triggers', COALESCE((${triggers}), '[]'),
    'rules', COALESCE((${rules}), '[]'),
    'policies', COALESCE((${policies}), '[]'))
  FROM pg_catalog.pg_class rel WHERE rel.oid = $1::oid`;
