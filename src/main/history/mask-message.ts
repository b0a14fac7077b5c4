import { maskPasswords } from '../../shared/sql/mask-passwords.ts';
import { sqlTokens } from '../../shared/sql/sql-tokens.ts';

const mask = '***';
/** Shorter ones are words that a message may hold by chance. */
const longestCommon = 3;
const opening = /^(?:[a-z]?&?'|\$[^$]*\$)/i;
const closing = /(?:'|\$[^$]*\$)$/;

/** The message of an error without the passwords of its statement: the server quotes what it stumbled over. */
export function maskMessage(message: string, text: string): string {
  const masked = maskPasswords(text);
  if (masked === text) return maskWords(message);
  const hidden = sqlTokens(text)
    .filter(({ kind, text: token }) => kind === 'string' && !masked.includes(token))
    .flatMap(({ text: token }) => [token, token.replace(opening, '').replace(closing, '')])
    .filter((secret) => secret.length > longestCommon)
    .toSorted((a, b) => b.length - a.length);
  return maskWords(hidden.reduce((safe, secret) => safe.replaceAll(secret, mask), message));
}

/** A message is no SQL: it is masked as the comments of a statement are. */
function maskWords(message: string): string {
  const lines = message.split('\n').map((line) => maskPasswords(`--${line}`).slice(2));
  return lines.join('\n');
}
