import { askTable } from './ask-table.ts';
import type { PsqlHandler } from './psql-request.ts';

/** `\du`, `\dg` */
export const listRoles: PsqlHandler = (request) => {
  const ownOnly = !request.system && request.patterns.length === 0;
  const description = `pg_catalog.shobj_description(r.oid, 'pg_authid') AS "Description"`;
  return askTable(request, {
    title: 'List of roles',
    columns: { name: 'r.rolname' },
    sql: (condition) => `
      SELECT r.rolname AS "Role name",
        ${attributes} AS "Attributes"${request.verbose ? `,\n        ${description}` : ''}
      FROM pg_catalog.pg_roles r
      WHERE ${condition}
        ${ownOnly ? "AND r.rolname !~ '^pg_'" : ''}
      ORDER BY 1`,
  });
};

/** Those that a role has are joined by commas, limits stand on lines of their own. */
const attributes = `pg_catalog.concat_ws(E'\\n',
          nullif(pg_catalog.concat_ws(', ',
            CASE WHEN r.rolsuper THEN 'Superuser' END,
            CASE WHEN NOT r.rolinherit THEN 'No inheritance' END,
            CASE WHEN r.rolcreaterole THEN 'Create role' END,
            CASE WHEN r.rolcreatedb THEN 'Create DB' END,
            CASE WHEN NOT r.rolcanlogin THEN 'Cannot login' END,
            CASE WHEN r.rolreplication THEN 'Replication' END,
            CASE WHEN r.rolbypassrls THEN 'Bypass RLS' END), ''),
          CASE r.rolconnlimit
            WHEN -1 THEN NULL WHEN 0 THEN 'No connections' WHEN 1 THEN '1 connection'
            ELSE r.rolconnlimit || ' connections'
          END,
          'Password valid until ' || r.rolvaliduntil)`;
