/** Privileges as psql shows them: one a line, "(none)" when all were taken away, NULL for the defaults. */
export function aclText(column: string): string {
  return `CASE WHEN pg_catalog.cardinality(${column}) = 0 THEN '(none)'
          ELSE pg_catalog.array_to_string(${column}, E'\\n')
        END`;
}
