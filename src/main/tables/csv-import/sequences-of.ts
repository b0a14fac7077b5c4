import type { SessionQuery } from '../../postgres/console-connection.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';

export interface ColumnSequence {
  column: string;
  /** Quoted, with its schema. */
  sqlName: string;
  increment: bigint;
}

const query = `
  SELECT a.attname, pg_catalog.format('%I.%I', n.nspname, c.relname), s.seqincrement
  FROM pg_catalog.pg_attribute a
  JOIN LATERAL (
    SELECT d.refobjid AS oid
    FROM pg_catalog.pg_attrdef f JOIN pg_catalog.pg_depend d
      ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid = f.oid
    WHERE f.adrelid = a.attrelid AND f.adnum = a.attnum
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    UNION
    SELECT d.objid
    FROM pg_catalog.pg_depend d
    WHERE d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype = 'i'
      AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  ) AS used ON true
  JOIN pg_catalog.pg_sequence s ON s.seqrelid = used.oid
  JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attrelid = $1::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum, 2`;

/** The sequences that columns take their default values from: of serial and identity columns, and any `nextval`. */
export async function sequencesOf(
  session: Pick<SessionQuery, 'query'>,
  { oid }: Pick<RelationFacts, 'oid'>,
): Promise<ColumnSequence[]> {
  const { rows } = await session.query(query, [String(oid)]);
  return rows.flatMap(([column, sqlName, increment]) =>
    column == null || sqlName == null || increment == null
      ? []
      : [{ column, sqlName, increment: BigInt(increment) }],
  );
}
