import { aclText } from './acl-text.ts';
import { askTable } from './ask-table.ts';
import type { PsqlHandler } from './psql-request.ts';

/** `\dn`, `\dn+` */
export const listSchemas: PsqlHandler = (request) => {
  const ownOnly = !request.system && request.patterns.length === 0;
  const columns = [
    'n.nspname AS "Name"',
    'pg_catalog.pg_get_userbyid(n.nspowner) AS "Owner"',
    ...(request.verbose
      ? [
          `${aclText('n.nspacl')} AS "Access privileges"`,
          `pg_catalog.obj_description(n.oid, 'pg_namespace') AS "Description"`,
        ]
      : []),
  ];
  return askTable(request, {
    title: 'List of schemas',
    columns: { name: 'n.nspname' },
    sql: (condition) => `
      SELECT ${columns.join(',\n        ')}
      FROM pg_catalog.pg_namespace n
      WHERE ${condition}
        ${ownOnly ? "AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'" : ''}
      ORDER BY 1`,
  });
};
