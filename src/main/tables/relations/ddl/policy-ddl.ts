import type { DdlPolicy, RawDdl } from './raw-ddl.ts';

const commands: Readonly<Record<string, string>> = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' };

/** Row security and its policies. */
export function policiesDdl({ sqlName, hasRowSecurity, forcesRowSecurity, policies }: RawDdl): string[] {
  return [
    ...(hasRowSecurity ? [`ALTER TABLE ${sqlName} ENABLE ROW LEVEL SECURITY`] : []),
    ...(forcesRowSecurity ? [`ALTER TABLE ${sqlName} FORCE ROW LEVEL SECURITY`] : []),
    ...policies.map((policy) => policyDdl(sqlName, policy)),
  ];
}

function policyDdl(
  table: string,
  { sqlName, isPermissive, command, roles, using, check }: DdlPolicy,
): string {
  return [
    `CREATE POLICY ${sqlName} ON ${table}`,
    ...(isPermissive ? [] : ['AS RESTRICTIVE']),
    ...(commands[command] === undefined ? [] : [`FOR ${commands[command]}`]),
    ...(roles === 'PUBLIC' ? [] : [`TO ${roles}`]),
    ...(using === null ? [] : [`USING (${using})`]),
    ...(check === null ? [] : [`WITH CHECK (${check})`]),
  ].join(' ');
}
