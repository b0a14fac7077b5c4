import { type Describing, section } from './described-relation.ts';

/** Headings by `pg_trigger.tgenabled`. */
const headings: readonly (readonly [enabled: string, heading: string])[] = [
  ['O', 'Triggers:'],
  ['D', 'Disabled user triggers:'],
  ['A', 'Triggers firing always:'],
  ['R', 'Triggers firing on replica only:'],
];

/** Triggers that a person made, and those that a partition has from its parent. */
export async function triggerLines({ session, relation }: Describing): Promise<string[]> {
  const { rows } = await session.query(query, [relation.oid]);
  return headings.flatMap(([enabled, heading]) =>
    section(
      heading,
      rows.filter(([state]) => state === enabled).map(([, line]) => line ?? ''),
    ),
  );
}

const query = `
  SELECT t.tgenabled::text, pg_catalog.concat(
    pg_catalog.regexp_replace(pg_catalog.pg_get_triggerdef(t.oid, true), '^.*? TRIGGER ', ''),
    ', ON TABLE ' || (
      SELECT parent.relid::text
      FROM pg_catalog.pg_trigger pt
      JOIN pg_catalog.pg_partition_ancestors($1::oid) parent ON parent.relid = pt.tgrelid
      WHERE t.tgparentid <> 0 AND pt.tgname = t.tgname AND pt.tgparentid = 0
      LIMIT 1))
  FROM pg_catalog.pg_trigger t
  WHERE t.tgrelid = $1::oid AND NOT t.tgisinternal
  ORDER BY t.tgname`;
