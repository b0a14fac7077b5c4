/** `NAME=value` entries as a map; of repeated names the last one counts, as for the process. */
export function containerEnvironment(env: readonly string[] | null | undefined): ReadonlyMap<string, string> {
  return new Map(
    (env ?? []).map((entry) => {
      const at = entry.indexOf('=');
      return at === -1 ? ([entry, ''] as const) : ([entry.slice(0, at), entry.slice(at + 1)] as const);
    }),
  );
}
