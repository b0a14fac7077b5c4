import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { CheckedPart } from '../save-job.ts';

/** Foreign keys that do something to rows that refer to those a view shows. */
const behindViewQuery = `
  WITH RECURSIVE behind AS (
    SELECT $1::text::oid AS oid
    UNION
    SELECT d.refobjid FROM behind
    JOIN pg_catalog.pg_rewrite r ON r.ev_class = behind.oid
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
      AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> behind.oid)
  SELECT EXISTS (SELECT FROM pg_catalog.pg_constraint k JOIN behind ON behind.oid = k.confrelid
    WHERE k.contype = 'f' AND (k.confdeltype IN ('c', 'n', 'd') OR k.confupdtype IN ('n', 'd')))`;

/** Whether rows of other tables may change in ways that putting these rows back does not put right. */
export async function hasHiddenEffects(
  session: SessionQuery,
  { facts, checked }: Pick<CheckedPart, 'facts' | 'checked'>,
): Promise<boolean> {
  const { relation, oid } = facts;
  const edited = new Set<string>();
  for (const work of checked.works) {
    if (work.kind === 'update') for (const name of Object.keys(work.values)) edited.add(name);
  }
  const letsGo = relation.referencedBy.some(
    ({ onUpdate, toColumns }) =>
      (onUpdate === 'set null' || onUpdate === 'set default') && toColumns.some((name) => edited.has(name)),
  );
  if (letsGo) return true;
  if (relation.kind !== 'view' || checked.works.every(({ kind }) => kind === 'insert')) return false;
  const { rows } = await session.query(behindViewQuery, [String(oid)]);
  return rows[0]?.[0] === 't';
}
