import { aclText } from './acl-text.ts';
import { askTable } from './ask-table.ts';
import type { PsqlHandler } from './psql-request.ts';

/** `\l`, `\l+` */
export const listDatabases: PsqlHandler = (request) => {
  const version = request.context.session.serverVersionNumber;
  const columns = [
    'd.datname AS "Name"',
    'pg_catalog.pg_get_userbyid(d.datdba) AS "Owner"',
    'pg_catalog.pg_encoding_to_char(d.encoding) AS "Encoding"',
    `${providerOf(version)} AS "Locale Provider"`,
    'd.datcollate AS "Collate"',
    'd.datctype AS "Ctype"',
    `${localeOf(version)} AS "Locale"`,
    `${version >= 160_000 ? 'd.daticurules' : 'NULL'} AS "ICU Rules"`,
    `${aclText('d.datacl')} AS "Access privileges"`,
    ...(request.verbose ? [size, 't.spcname AS "Tablespace"', description] : []),
  ];
  return askTable(request, {
    title: 'List of databases',
    columns: { name: 'd.datname' },
    sql: (condition) => `
      SELECT ${columns.join(',\n        ')}
      FROM pg_catalog.pg_database d
      JOIN pg_catalog.pg_tablespace t ON t.oid = d.dattablespace
      WHERE ${condition}
      ORDER BY 1`,
  });
};

function providerOf(version: number): string {
  if (version < 150_000) return "'libc'";
  return "CASE d.datlocprovider WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' END";
}

function localeOf(version: number): string {
  if (version >= 170_000) return 'd.datlocale';
  return version >= 150_000 ? 'd.daticulocale' : 'NULL';
}

const size = `CASE WHEN pg_catalog.has_database_privilege(d.datname, 'CONNECT')
          THEN pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(d.datname))
          ELSE 'No Access'
        END AS "Size"`;

const description = `pg_catalog.shobj_description(d.oid, 'pg_database') AS "Description"`;
