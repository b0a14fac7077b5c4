/** How to read what stands behind a psql command. */
interface ArgumentOptions {
  variables: ReadonlyMap<string, string>;
  /** Keep double quotes, as patterns want them; else they only group. */
  keepDoubleQuotes?: boolean;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', r: '\r', f: '\f' };

/**
 * The arguments of a psql command: separated by white space, grouped by quotes, `:name` replaced by psql's variables.
 * Backticks are text: Howdah runs no shell.
 * https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS
 */
export function parseArguments(text: string, options: ArgumentOptions): string[] {
  const found: string[] = [];
  let current: string | null = null;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const piece = readPiece(rest, options);
    if (piece === null) {
      if (current !== null) found.push(current);
      current = null;
      at += /^\s+/.exec(rest)?.[0].length ?? 1;
    } else {
      current = (current ?? '') + piece.value;
      at += piece.length;
    }
  }
  return current === null ? found : [...found, current];
}

interface Piece {
  value: string;
  /** In the text. */
  length: number;
}

/** Null: white space. */
function readPiece(rest: string, { variables, keepDoubleQuotes = false }: ArgumentOptions): Piece | null {
  if (/^\s/.test(rest)) return null;
  const quoted = /^'(?:[^'\\]|''|\\[\s\S])*'?/.exec(rest);
  if (quoted !== null) return { value: unquote(quoted[0]), length: quoted[0].length };
  const double = /^"(?:[^"]|"")*"?/.exec(rest);
  if (double !== null) {
    const [whole] = double;
    return { value: keepDoubleQuotes ? whole : whole.replace(/^"|"$/g, ''), length: whole.length };
  }
  const variable = /^:(?:'(\w+)'|"(\w+)"|(\w+))/.exec(rest);
  if (variable !== null) return { value: variableText(variable, variables), length: variable[0].length };
  return { value: rest.slice(0, 1), length: 1 };
}

/** An unknown variable stays as it is written. */
function variableText(
  [whole, literal, identifier, plain]: RegExpExecArray,
  variables: ReadonlyMap<string, string>,
) {
  const value = variables.get(literal ?? identifier ?? plain ?? '');
  if (value === undefined) return whole;
  if (literal !== undefined) return `'${value.replaceAll("'", "''")}'`;
  return identifier === undefined ? value : `"${value.replaceAll('"', '""')}"`;
}

function unquote(quoted: string): string {
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith("'") ? -1 : undefined);
  return inner.replace(/''|\\(x[0-9a-f]{1,2}|[0-7]{1,3}|[\s\S])/gi, (match, escaped?: string) => {
    if (escaped === undefined || match === "''") return "'";
    if (/^x/i.test(escaped) && escaped.length > 1)
      return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8));
    return escapes[escaped] ?? escaped;
  });
}
