import type { FoundDanger } from './found-danger.ts';
import type { Looks } from './looks.ts';

const ifExists = /\bif\s+exists\b/i;

type Sought =
  | 'relation'
  | 'part-of-relation'
  | 'schema'
  | 'database'
  | 'type'
  | 'role'
  | 'extension'
  | 'routine';

const soughtAs: Readonly<Record<string, Sought>> = {
  table: 'relation',
  view: 'relation',
  'materialized view': 'relation',
  'foreign table': 'relation',
  index: 'relation',
  sequence: 'relation',
  trigger: 'part-of-relation',
  policy: 'part-of-relation',
  rule: 'part-of-relation',
  schema: 'schema',
  database: 'database',
  type: 'type',
  domain: 'type',
  role: 'role',
  user: 'role',
  group: 'role',
  extension: 'extension',
  function: 'routine',
  procedure: 'routine',
  aggregate: 'routine',
  routine: 'routine',
};

/** $1 is a JSON array of what is sought. Of a routine any of the name counts, whatever its arguments. */
const existsQuery = `
  SELECT CASE kind
    WHEN 'relation' THEN pg_catalog.to_regclass(name) IS NOT NULL
    WHEN 'part-of-relation' THEN pg_catalog.to_regclass(pg_catalog.substring(name, E'(?i)\\\\son\\\\s+(.*)$')) IS NOT NULL
    WHEN 'schema' THEN pg_catalog.to_regnamespace(name) IS NOT NULL
    WHEN 'type' THEN pg_catalog.to_regtype(name) IS NOT NULL
    WHEN 'role' THEN pg_catalog.to_regrole(name) IS NOT NULL
    WHEN 'database' THEN (pg_catalog.parse_ident(name))[1] IN (SELECT datname FROM pg_catalog.pg_database)
    WHEN 'extension' THEN (pg_catalog.parse_ident(name))[1] IN (SELECT extname FROM pg_catalog.pg_extension)
    WHEN 'routine' THEN EXISTS (SELECT FROM pg_catalog.pg_proc
      WHERE proname = (pg_catalog.parse_ident(pg_catalog.split_part(name, '(', 1)))[
        pg_catalog.array_length(pg_catalog.parse_ident(pg_catalog.split_part(name, '(', 1)), 1)])
    END
  FROM pg_catalog.json_array_elements($1::json) WITH ORDINALITY AS given(object, place),
    LATERAL (SELECT object->>'kind' AS kind, object->>'name' AS name) AS named
  ORDER BY place`;

/**
 * Without those that IF EXISTS makes harmless: what they would drop is not there. What cannot be found out counts as
 * there.
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function withoutMissing(looks: Looks, found: readonly FoundDanger[]): Promise<FoundDanger[]> {
  const asked = found.flatMap((one) => {
    const sought = soughtObject(one);
    return sought === null ? [] : [{ one, sought }];
  });
  if (asked.length === 0) return [...found];
  const answers = await looks.ask(existsQuery, [JSON.stringify(asked.map(({ sought }) => sought))]);
  const missing = new Set(asked.filter((_, index) => answers?.[index]?.[0] === 'f').map(({ one }) => one));
  return found.filter((one) => !missing.has(one));
}

/** Null: it is not sought, as it counts in any case. */
function soughtObject({ danger, text, here }: FoundDanger): { kind: Sought; name: string } | null {
  if (!here || (danger.kind !== 'drop' && danger.kind !== 'alter-drop') || !ifExists.test(text)) return null;
  const kind = soughtAs[danger.objectKind];
  return kind === undefined ? null : { kind, name: danger.name };
}
