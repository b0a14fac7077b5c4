/** The table that a statement reads, when it names just one: what INSERT and an exported file are called by default. */
export function tableNameOf(statement: string): string | null {
  const named = [
    ...statement.matchAll(
      /\b(?:from|join|into|update|table)\s+(?:only\s+)?((?:"[^"]+"|[\w$.])+)(?![\w$.]|\s*\()/gi,
    ),
  ];
  const [first] = named;
  if (first?.[1] === undefined || named.length > 1) return null;
  return first[1].split('.').at(-1)?.replaceAll('"', '') ?? null;
}
