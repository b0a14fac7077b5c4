import { askLines, type Describing, section } from './described-relation.ts';

/** Check constraints, foreign keys and what refers to the table. */
export async function constraintLines(describing: Describing): Promise<string[]> {
  return [
    ...section('Check constraints:', await askLines(describing, checks)),
    ...section('Foreign-key constraints:', await askLines(describing, foreignKeys)),
    ...section('Referenced by:', await askLines(describing, referencedBy)),
  ];
}

const checks = `
  SELECT pg_catalog.concat('"', conname, '" ', pg_catalog.pg_get_constraintdef(oid, true))
  FROM pg_catalog.pg_constraint
  WHERE conrelid = $1::oid AND contype = 'c'
  ORDER BY conname`;

/** Of a partition those of its parents, too, each once. */
const foreignKeys = `
  SELECT CASE WHEN conrelid = $1::oid THEN pg_catalog.concat('"', conname, '" ')
      ELSE pg_catalog.concat('TABLE "', conrelid::pg_catalog.regclass, '" CONSTRAINT "', conname, '" ') END
    || pg_catalog.pg_get_constraintdef(oid, true)
  FROM pg_catalog.pg_constraint, (
    SELECT $1::oid::pg_catalog.regclass AS relid
    UNION SELECT relid FROM pg_catalog.pg_partition_ancestors($1::oid)) own
  WHERE conrelid = own.relid AND contype = 'f' AND conparentid = 0
  ORDER BY conrelid = $1::oid DESC, conname`;

const referencedBy = `
  SELECT pg_catalog.concat('TABLE "', conrelid::pg_catalog.regclass, '" CONSTRAINT "', conname, '" ',
    pg_catalog.pg_get_constraintdef(oid, true))
  FROM pg_catalog.pg_constraint
  WHERE confrelid IN (SELECT relid FROM pg_catalog.pg_partition_ancestors($1::oid) UNION SELECT $1::oid)
    AND contype = 'f' AND conparentid = 0
  ORDER BY conname`;
