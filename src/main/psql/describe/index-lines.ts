import { askLines, type Describing, section } from './described-relation.ts';

/** `Indexes:` of a table, the primary key first. */
export async function indexLines(describing: Describing): Promise<string[]> {
  return section('Indexes:', await askLines(describing, tableIndexes));
}

/** `    primary key, btree, for table "public.customers"`: what an index says of itself. */
export function indexFooter(describing: Describing): Promise<string[]> {
  return askLines(describing, ownIndex);
}

/** `UNIQUE` before 15 and without the clause says nothing of nulls. */
const nullsNotDistinct =
  "CASE WHEN pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' THEN ' NULLS NOT DISTINCT' END";

const states = `CASE WHEN i.indisclustered THEN ' CLUSTER' END,
      CASE WHEN NOT i.indisvalid THEN ' INVALID' END,
      CASE WHEN con.condeferrable THEN ' DEFERRABLE' END,
      CASE WHEN con.condeferred THEN ' INITIALLY DEFERRED' END,
      CASE WHEN i.indisreplident THEN ' REPLICA IDENTITY' END`;

const tableIndexes = `
  SELECT pg_catalog.concat('"', c2.relname, '"',
      CASE WHEN con.contype = 'x' THEN ' ' || pg_catalog.pg_get_constraintdef(con.oid, true)
        ELSE pg_catalog.concat(
          CASE WHEN i.indisprimary THEN ' PRIMARY KEY,'
            WHEN i.indisunique AND con.contype = 'u' THEN ' UNIQUE CONSTRAINT,'
            WHEN i.indisunique THEN ' UNIQUE,' END,
          ' ', pg_catalog.substring(pg_catalog.pg_get_indexdef(i.indexrelid, 0, true), ' USING (.*)$')) END,
      ${states},
      CASE WHEN c2.reltablespace <> 0 THEN ', tablespace "' || ts.spcname || '"' END)
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c2 ON c2.oid = i.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c2.reltablespace
  LEFT JOIN pg_catalog.pg_constraint con
    ON con.conrelid = i.indrelid AND con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
  WHERE i.indrelid = $1::oid
  ORDER BY i.indisprimary DESC, c2.relname`;

const ownIndex = `
  SELECT pg_catalog.concat(
      CASE WHEN i.indisprimary THEN 'primary key, ' WHEN i.indisunique THEN 'unique' END,
      CASE WHEN i.indisunique AND NOT i.indisprimary THEN pg_catalog.concat(${nullsNotDistinct}, ', ') END,
      am.amname, ', for table "', n.nspname, '.', c2.relname, '"',
      CASE WHEN i.indpred IS NOT NULL
        THEN ', predicate (' || pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) || ')' END,
      CASE WHEN i.indisclustered THEN ', clustered' END,
      CASE WHEN NOT i.indisvalid THEN ', invalid' END,
      CASE WHEN con.condeferrable THEN ', deferrable' END,
      CASE WHEN con.condeferred THEN ', initially deferred' END,
      CASE WHEN i.indisreplident THEN ', replica identity' END)
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_am am ON am.oid = c.relam
  JOIN pg_catalog.pg_class c2 ON c2.oid = i.indrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c2.relnamespace
  LEFT JOIN pg_catalog.pg_constraint con
    ON con.conrelid = i.indrelid AND con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x')
  WHERE i.indexrelid = $1::oid`;
