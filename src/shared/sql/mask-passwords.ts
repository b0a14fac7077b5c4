import { editText, type TextEdit } from './edit-text.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

const hint = /passw|passphrase|pwd|:\/\/|crypt/i;
/** Also `user_password`, `sslpassword`, `"app.password"`. */
const secretName = /(?:password|passwd|passphrase|pwd)$/i;
const assignment = new Set(['=', ':=', '=>', 'to', ',']);
/** Functions of pgcrypto that are given a password. */
const secretFunction = /^(?:crypt|pgp_sym_(?:en|de)crypt(?:_bytea)?)$/i;

/** The value of `password=…` in a connection string, the password of `"password": "…"`. */
const keyValue =
  /(\b\w*(?:password|passwd|passphrase|pwd)\s*=\s*)(?!\*\*\*)('(?:[^'\\]|\\.|'')*'?|(?:\\.|[^\s'"\\])+)/gi;
const jsonValue = /("\w*(?:password|passwd|passphrase|pwd)"\s*:\s*")(?:[^"\\]|\\.)*/gi;
/**
 * `scheme://user:secret@`; the secret of a text that ends before the `@` too. The lengths are bounded so that the time
 * is linear; tokens that stand for passwords take about 2,000 characters.
 */
const uriSecret =
  /(\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:@/?#'"]{0,256}:)(?:[^\s@'"]{0,4096}(?=@)|(?!\d{1,5}(?:[/?,\s'"]|$))[^\s@'"/]+$)/gi;

/**
 * A statement, finished or not, with the passwords in it replaced by `***`: those of roles and user mappings, of
 * connection strings and URIs, of settings, also inside strings, function bodies and comments. A password that is only
 * a value, as in `INSERT INTO users VALUES ('ann', 'secret')`, cannot be told from any other.
 */
export function maskPasswords(text: string): string {
  if (!hint.test(text)) return text;
  if (text.startsWith('\\')) return maskCommand(text);
  return maskTokens(text);
}

/** A psql command has no tokens of SQL: `\c postgres://ann:secret@db`, `\set password secret`. */
function maskCommand(text: string): string {
  const masked = maskValues(text).replace(
    /^(\\set\s+\w*(?:password|passwd|passphrase|pwd)\s+)(?!\*\*\*).+/is,
    '$1***',
  );
  return maskTokens(masked);
}

function maskValues(text: string): string {
  return text.replace(uriSecret, '$1***').replace(jsonValue, '$1***').replace(keyValue, '$1***');
}

function maskTokens(text: string): string {
  const edits: TextEdit[] = [];
  const secrets = new SecretStrings();
  for (const token of sqlTokens(text)) {
    const instead = maskToken(token, secrets);
    if (instead !== token.text) edits.push({ start: token.start, end: token.end, text: instead });
  }
  return editText(text, edits).text;
}

function maskToken(token: SqlToken, secrets: SecretStrings): string {
  if (token.kind === 'comment') return maskValues(token.text);
  return secrets.follow(token) ? "'***'" : token.kind === 'string' ? maskString(token.text) : token.text;
}

/** What is in a string may be a connection string, a URI, or a statement itself. */
function maskString(token: string): string {
  if (!hint.test(token)) return token;
  const [, tag, body = ''] = /^(\$[^$]*\$)(.*)$/s.exec(token) ?? [];
  if (tag !== undefined) {
    const closing = body.endsWith(tag) ? tag : '';
    const inside = body.slice(0, body.length - closing.length);
    return tag + maskTokens(inside.includes(';') ? inside : maskValues(inside)) + closing;
  }
  const [, opening = '', quoted = ''] = /^([a-z]?&?')(.*)$/is.exec(token) ?? [];
  const closing = quoted.endsWith("'") ? "'" : '';
  const written = quoted.slice(0, quoted.length - closing.length);
  const plain = (/^e/i.test(opening) ? written.replaceAll("\\'", "''") : written).replaceAll("''", "'");
  const masked = maskTokens(maskValues(plain));
  return masked === plain ? token : opening + masked.replaceAll("'", "''") + closing;
}

interface Call {
  /** The strings among its arguments are secret. */
  secret: boolean;
}

/** Follows the tokens of a statement and says of each string whether it is a password. */
class SecretStrings {
  private readonly calls: Call[] = [];
  private last: SqlToken | null = null;
  private lastBut: SqlToken | null = null;
  private lastWasSecret = false;

  follow(token: SqlToken): boolean {
    const secret = token.kind === 'string' && this.isSecret();
    const call = this.calls.at(-1);
    if (token.text === '(') this.calls.push({ secret: secretFunction.test(this.last?.text ?? '') });
    if (token.text === ')') this.calls.pop();
    // format('… password %L', …)
    if (call !== undefined && token.kind === 'string' && /passw(?:or)?d\s+'*%/i.test(token.text))
      call.secret = true;
    this.lastBut = this.last;
    this.last = token;
    this.lastWasSecret = secret;
    return secret;
  }

  private isSecret(): boolean {
    const { last, lastBut } = this;
    if (last === null) return false;
    // A string that goes on in the next line.
    if (last.kind === 'string') return this.lastWasSecret;
    if (this.calls.at(-1)?.secret === true || namesSecret(last)) return true;
    if (lastBut === null || !assignment.has(last.text.toLowerCase())) return false;
    return namesSecret(lastBut) ? last.text !== ',' : last.text === ',' && namesSecretInString(lastBut);
  }
}

function namesSecret({ kind, text }: SqlToken): boolean {
  if (kind === 'quoted-identifier') return secretName.test(text.slice(0, -1));
  return (kind === 'keyword' || kind === 'identifier') && secretName.test(text);
}

/** set_config('app.password', 'secret', false) */
function namesSecretInString({ kind, text }: SqlToken): boolean {
  return kind === 'string' && secretName.test(text.slice(0, -1));
}
