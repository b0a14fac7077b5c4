/**
 * `NAME=value` that shells, docker compose and the dotenv libraries read alike, as far as their rules meet:
 * bare when nothing is special, else in single quotes (literal everywhere), else in double quotes. A value with a
 * single quote *and* one of `" $ \` or a backquote has no spelling that all share: it is escaped as shells, compose,
 * Ruby's and Go's readers take it (Node's keeps the backslashes).
 */
export function dotenvLine(name: string, value: string): string {
  if (/^[\w.:/@%+,?=-]*$/.test(value)) return `${name}=${value}`;
  if (!value.includes("'")) return `${name}='${value}'`;
  return `${name}="${value.replace(/["$`\\]/g, '\\$&')}"`;
}
