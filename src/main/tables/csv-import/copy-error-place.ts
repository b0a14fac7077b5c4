import type { ServerError } from '../../postgres/console-connection.ts';

export interface CopyErrorPlace {
  /** As the server counts. */
  line: number | null;
  column: string | null;
}

/**
 * Where in its data a COPY failed, from the error's context: "COPY customers, line 3, column age: "x"" (in the server's
 * own language). Errors of triggers, foreign keys and deferred constraints name no line.
 *
 * @param relation without its schema, as the context names it
 * @param columns that were copied into
 */
export function copyErrorPlace(
  { where, column }: Pick<ServerError, 'where' | 'column'>,
  relation: string,
  columns: readonly string[],
): CopyErrorPlace {
  const begin = `COPY ${relation}, `;
  const context = where?.split('\n').find((text) => text.startsWith(begin));
  const [found, line] = /^[^\d:,]*(\d+)/.exec(context?.slice(begin.length) ?? '') ?? [];
  if (context === undefined || found === undefined) return { line: null, column };
  // ", column NAME: …", where a name may hold anything.
  const rest = context.slice(begin.length + found.length).replace(/^, \S+ /, '');
  const named = columns.filter((name) => rest.startsWith(`${name}: `) || rest === name);
  const longest = named.sort((a, b) => b.length - a.length)[0];
  return { line: Number(line), column: column ?? longest ?? null };
}
