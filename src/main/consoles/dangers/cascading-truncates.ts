import type { FoundDanger } from './found-danger.ts';
import type { Looks } from './looks.ts';

const cascade = /\bcascade\b/i;

/**
 * $1 is the names as a JSON array: the tables that refer to them, directly or not, and are not named. Parts of a
 * partitioned table go with it.
 */
const referringQuery = `
  WITH RECURSIVE named AS (
    SELECT pg_catalog.to_regclass(given.name)::oid AS oid
    FROM pg_catalog.json_array_elements_text($1::json) AS given(name)),
  family AS (
    SELECT oid FROM named
    UNION
    SELECT next.oid FROM family, LATERAL (
      SELECT inhrelid AS oid FROM pg_catalog.pg_inherits WHERE inhparent = family.oid
      UNION ALL
      SELECT conrelid FROM pg_catalog.pg_constraint WHERE contype = 'f' AND confrelid = family.oid) AS next)
  SELECT c.oid::pg_catalog.regclass FROM family JOIN pg_catalog.pg_class c ON c.oid = family.oid
  WHERE c.oid NOT IN (SELECT oid FROM named WHERE oid IS NOT NULL)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits i JOIN family f ON f.oid = i.inhparent WHERE i.inhrelid = c.oid)
  ORDER BY c.oid::pg_catalog.regclass::text`;

/**
 * With the tables that TRUNCATE … CASCADE empties besides those that it names, behind the last of these.
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function withCascadingTruncates(
  looks: Looks,
  found: readonly FoundDanger[],
): Promise<FoundDanger[]> {
  const all: FoundDanger[] = [];
  for (const [index, one] of found.entries()) {
    all.push(one);
    if (!cascades(one) || found[index + 1]?.statement === one.statement) continue;
    const named = found.filter(({ statement }) => statement === one.statement);
    for (const name of await referringTo(looks, named)) {
      all.push({ ...one, danger: { kind: 'truncate', object: name, relation: name } });
    }
  }
  return all;
}

function cascades({ danger, text, here }: FoundDanger): boolean {
  return here && danger.kind === 'truncate' && cascade.test(text);
}

async function referringTo(looks: Looks, named: readonly FoundDanger[]): Promise<string[]> {
  const names = named.flatMap(({ danger }) => (danger.kind === 'truncate' ? [danger.relation] : []));
  const rows = await looks.ask(referringQuery, [JSON.stringify(names)]);
  return (rows ?? []).flatMap(([name]) => (typeof name === 'string' ? [name] : []));
}
