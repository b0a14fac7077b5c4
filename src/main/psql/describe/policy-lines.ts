import { askLines, type Describing, section } from './described-relation.ts';

/** `Policies:` with the state of row security, when either is set. */
export async function policyLines(describing: Describing): Promise<string[]> {
  const { hasRowSecurity, forcesRowSecurity } = describing.relation;
  const policies = await askLines(describing, query);
  const lines = policies.flatMap((policy) => policy.split('\n'));
  if (!hasRowSecurity) return section('Policies (row security disabled):', lines);
  const state = forcesRowSecurity ? ' (forced row security enabled)' : '';
  return lines.length === 0
    ? [`Policies${forcesRowSecurity ? ' (forced row security enabled)' : ' (row security enabled)'}: (none)`]
    : section(`Policies${state}:`, lines);
}

const query = `
  SELECT pg_catalog.concat('POLICY "', pol.polname, '"',
    CASE WHEN NOT pol.polpermissive THEN ' AS RESTRICTIVE' END,
    CASE pol.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
      WHEN 'd' THEN ' FOR DELETE' END,
    CASE WHEN pol.polroles <> '{0}' THEN E'\\n  TO ' || pg_catalog.array_to_string(
      ARRAY(SELECT rolname FROM pg_catalog.pg_roles WHERE oid = ANY (pol.polroles) ORDER BY 1), ',') END,
    E'\\n  USING (' || pg_catalog.pg_get_expr(pol.polqual, pol.polrelid) || ')',
    E'\\n  WITH CHECK (' || pg_catalog.pg_get_expr(pol.polwithcheck, pol.polrelid) || ')')
  FROM pg_catalog.pg_policy pol
  WHERE pol.polrelid = $1::oid
  ORDER BY pol.polname`;
