/** What a pattern asks of a name: a regular expression of Postgres, anchored; null: any name. */
export interface NamePattern {
  database: string | null;
  schema: string | null;
  name: string | null;
  /** It names a schema: things that the search path hides are meant too. */
  isQualified: boolean;
}

/**
 * A pattern of psql's `\d` commands: `*` and `?` stand for any characters, a dot separates schema and name, what is not
 * in double quotes is folded to lower case, the rest is a regular expression.
 * https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-PATTERNS
 * @returns null when it has more than three parts
 */
export function namePattern(pattern: string | undefined): NamePattern | null {
  if (pattern === undefined) return { database: null, schema: null, name: null, isQualified: false };
  const parts = splitParts(pattern);
  if (parts.length > 3) return null;
  const [name, schema, database] = parts.toReversed();
  return {
    database: database ?? null,
    schema: expression(schema),
    name: expression(name),
    isQualified: parts.length > 1,
  };
}

function expression(part: string | undefined): string | null {
  return part === undefined || part === '' || part === '.*' ? null : `^(${part})$`;
}

function splitParts(pattern: string): string[] {
  const parts = [''];
  let isQuoted = false;
  const add = (text: string): void => {
    parts[parts.length - 1] += text;
  };
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '"') {
      if (isQuoted && pattern.charAt(at + 1) === '"') {
        add('"');
        at += 1;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (isQuoted) {
      add(/[\\^$.*+?()[\]{}|]/.test(character) ? `\\${character}` : character);
    } else if (character === '.') {
      parts.push('');
    } else {
      add(unquoted(character));
    }
  }
  return parts;
}

function unquoted(character: string): string {
  switch (character) {
    case '*':
      return '.*';
    case '?':
      return '.';
    case '$':
      return '\\$';
    default:
      return character.toLowerCase();
  }
}
