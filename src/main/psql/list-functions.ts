import { aclText } from './acl-text.ts';
import { askTable } from './ask-table.ts';
import type { PsqlHandler } from './psql-request.ts';

/** Conditions by the letters that may follow `\df`. */
const kindsOf: Readonly<Record<string, string>> = {
  a: "p.prokind = 'a'",
  n: "(p.prokind = 'f' AND p.prorettype <> 'pg_catalog.trigger'::pg_catalog.regtype)",
  p: "p.prokind = 'p'",
  t: "p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype",
  w: "p.prokind = 'w'",
};

/** `\df`, `\dfa`, `\dfn`, `\dfp`, `\dft`, `\dfw`, with `+` more columns. */
export const listFunctions: PsqlHandler = (request) => {
  const letters = [...request.command.slice(2)];
  const kinds = letters.length === 0 ? ['true'] : letters.map((letter) => kindsOf[letter] ?? 'false');
  const columns = [
    'n.nspname AS "Schema"',
    'p.proname AS "Name"',
    'pg_catalog.pg_get_function_result(p.oid) AS "Result data type"',
    'pg_catalog.pg_get_function_arguments(p.oid) AS "Argument data types"',
    `${kindName} AS "Type"`,
    ...(request.verbose ? more : []),
  ];
  return askTable(request, {
    title: 'List of functions',
    columns: {
      schema: 'n.nspname',
      name: 'p.proname',
      visible: 'pg_catalog.pg_function_is_visible(p.oid)',
    },
    sql: (condition) => `
      SELECT ${columns.join(',\n        ')}
      FROM pg_catalog.pg_proc p
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      LEFT JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      WHERE (${kinds.join(' OR ')})
        AND ${condition}
      ORDER BY 1, 2, 4`,
  });
};

const kindName = `CASE p.prokind
          WHEN 'a' THEN 'agg' WHEN 'w' THEN 'window' WHEN 'p' THEN 'proc'
          ELSE 'func'
        END`;

const more = [
  `CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' WHEN 'v' THEN 'volatile' END AS "Volatility"`,
  `CASE p.proparallel WHEN 'r' THEN 'restricted' WHEN 's' THEN 'safe' WHEN 'u' THEN 'unsafe' END AS "Parallel"`,
  'pg_catalog.pg_get_userbyid(p.proowner) AS "Owner"',
  `CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END AS "Security"`,
  `${aclText('p.proacl')} AS "Access privileges"`,
  'l.lanname AS "Language"',
  `CASE WHEN l.lanname IN ('internal', 'c') THEN p.prosrc END AS "Internal name"`,
  `pg_catalog.obj_description(p.oid, 'pg_proc') AS "Description"`,
];
