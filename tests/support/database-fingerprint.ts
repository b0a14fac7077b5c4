import { docker } from './docker-cli.ts';

/** Columns, constraints, indexes, routines, triggers and views, as the server itself writes them down. */
const objects = `
  SELECT format('column %s.%I %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
    (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum))
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
  WHERE attnum > 0 AND NOT attisdropped AND c.oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE oid >= 16384
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'pg_toast')
  UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE oid >= 16384 AND prokind IN ('f', 'p')
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND oid >= 16384
  UNION ALL SELECT format('comment %s %s', objoid::regclass, description) FROM pg_description
  WHERE objoid >= 16384 AND classoid = 'pg_class'::regclass ORDER BY 1`;

const rows = `
  SELECT format('rows %s %s', c.oid::regclass, query_to_xml(
    format('SELECT count(*), md5(string_agg(t::text, ''|'' ORDER BY t::text)) FROM (SELECT %s FROM ONLY %s) t',
      CASE relkind WHEN 'S' THEN 'last_value, is_called' ELSE '*' END, c.oid::regclass), true, true, ''))
  FROM pg_class c WHERE relkind IN ('r', 'S') AND c.oid >= 16384
  UNION ALL SELECT format('large object %s %s', oid, md5(lo_get(oid))) FROM pg_largeobject_metadata ORDER BY 1`;

/** All objects and rows of a database as text, also where no pg_dump of that version is at hand. */
export function databaseFingerprint(container: string, database: string): Promise<string> {
  const script = `${objects};\n${rows}`;
  return docker(
    'exec',
    container,
    'psql',
    '-XAtqU',
    'postgres',
    '-d',
    database,
    '-v',
    'ON_ERROR_STOP=1',
    '-c',
    script,
  );
}
