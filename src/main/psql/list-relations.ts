import { askTable } from './ask-table.ts';
import type { PsqlHandler } from './psql-request.ts';

/** Kinds of relation (`pg_class.relkind`) by the letters of `\d` commands. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  t: ['r', 'p'],
  v: ['v'],
  m: ['m'],
  i: ['i', 'I'],
  s: ['S'],
  E: ['f'],
};

/** `\dt`, `\dv`, `\dm`, `\di`, `\ds`, `\dE`, together too, and `\d` alone: tables, views, sequences. */
export const listRelations: PsqlHandler = (request) => {
  const letters = request.command.slice(1) || 'tvmsE';
  const { system, verbose, patterns } = request;
  const kinds = [...letters].flatMap((letter) => kindsOf[letter] ?? []);
  // TOAST tables only when asked for.
  if (letters.includes('t') && (system || patterns.length > 0)) kinds.push('t');
  const ofIndexes = letters.includes('i');
  const hasMethod = /[tmi]/.test(letters);
  const columns = [
    'n.nspname AS "Schema"',
    'c.relname AS "Name"',
    `${kindName} AS "Type"`,
    'pg_catalog.pg_get_userbyid(c.relowner) AS "Owner"',
    ...(ofIndexes ? ['owner_table.relname AS "Table"'] : []),
    ...(verbose ? [`${persistence} AS "Persistence"`] : []),
    ...(verbose && hasMethod ? ['am.amname AS "Access method"'] : []),
    ...(verbose ? [size, `pg_catalog.obj_description(c.oid, 'pg_class') AS "Description"`] : []),
  ];
  return askTable(request, {
    title: 'List of relations',
    columns: { schema: 'n.nspname', name: 'c.relname', visible: 'pg_catalog.pg_table_is_visible(c.oid)' },
    nothing: 'Did not find any relations.',
    sql: (condition) => `
      SELECT ${columns.join(',\n        ')}
      FROM pg_catalog.pg_class c
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
      LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
      LEFT JOIN pg_catalog.pg_class owner_table ON owner_table.oid = i.indrelid
      WHERE c.relkind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})
        AND ${condition}
      ORDER BY 1, 2`,
  });
};

const kindName = `CASE c.relkind
          WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
          WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index'
          WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' WHEN 't' THEN 'TOAST table'
        END`;

const persistence = `CASE c.relpersistence
          WHEN 'p' THEN 'permanent' WHEN 't' THEN 'temporary' WHEN 'u' THEN 'unlogged'
        END`;

const size = 'pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid)) AS "Size"';
