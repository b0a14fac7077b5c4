import type { NamePattern } from './name-pattern.ts';
import { namePattern } from './name-pattern.ts';
import type { PsqlRequest } from './psql-request.ts';

/** Columns of the query that a pattern is matched with. */
interface PatternColumns {
  schema?: string;
  name: string;
  /** True for what can be named without its schema. */
  visible?: string;
}

/** A condition for WHERE, and the values of its parameters `$1`, `$2`. */
export interface PatternCondition {
  sql: string;
  values: string[];
}

/**
 * The first argument as a condition. Without a pattern, and without `S`, system schemas are left out.
 * @returns the problem when the pattern means another database or has too many parts
 */
export function patternCondition(
  { patterns, system, context }: PsqlRequest,
  { schema, name, visible }: PatternColumns,
): PatternCondition | { problem: string } {
  const [text] = patterns;
  const pattern = namePattern(text);
  if (
    pattern === null ||
    isElsewhere(pattern, context.session.database) ||
    (pattern.isQualified && !schema)
  ) {
    return { problem: text ?? '' };
  }
  const values: string[] = [];
  const matches = (column: string, expression: string): string => {
    values.push(expression);
    return `${column}::text OPERATOR(pg_catalog.~) $${values.length}::text`;
  };
  const conditions = [
    ...(pattern.name === null ? [] : [matches(name, pattern.name)]),
    ...(pattern.schema === null || !schema ? [] : [matches(schema, pattern.schema)]),
    ...(visible === undefined || pattern.isQualified ? [] : [visible]),
    ...(text === undefined && !system && schema ? [withoutSystem(schema)] : []),
  ];
  return { sql: conditions.length === 0 ? 'true' : conditions.join('\n  AND '), values };
}

function isElsewhere({ database }: NamePattern, current: string): boolean {
  return database !== null && database !== current;
}

function withoutSystem(schema: string): string {
  return `${schema} <> 'information_schema' AND ${schema} !~ '^pg_(catalog$|toast|temp_)'`;
}
