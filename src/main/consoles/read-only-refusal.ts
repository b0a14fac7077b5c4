import { type SqlToken, sqlTokens } from '../../shared/sql/sql-tokens.ts';
import type { ServerError } from '../postgres/console-connection.ts';

/** All that could ask for writing is shorter; a longer text is COPY data or a literal of megabytes behind its verb. */
const maxChars = 10_000;

/**
 * What a read-only console answers to a statement that would make its transaction writable; null: it may be sent, and the
 * server refuses what writes. A changed default is put back behind its statement instead, except where more statements
 * come with it.
 */
export function readOnlyRefusal(text: string | Uint8Array): ServerError | null {
  const beginning =
    typeof text === 'string'
      ? text.slice(0, maxChars)
      : Buffer.from(text.subarray(0, maxChars)).toString('latin1');
  const statements = statementsOf(beginning);
  const refused = statements.some(
    (words) => asksForWriting(words) || (statements.length > 1 && setsDefault(words)),
  );
  return refused ? refusal : null;
}

/** `read_only_sql_transaction`, as the server would say it. */
const refusal: ServerError = {
  sqlState: '25006',
  severity: 'ERROR',
  message: 'cannot make a transaction writable in a read-only console',
  detail: null,
  hint: 'Turn "Read-only" off to write.',
  position: null,
  internalQuery: null,
  internalPosition: null,
  where: null,
  schema: null,
  table: null,
  column: null,
  constraint: null,
};

/** Words of each statement, as `\;` sends several at once. */
function statementsOf(text: string): string[][] {
  const statements: string[][] = [[]];
  for (const token of sqlTokens(text)) {
    if (token.kind === 'comment') continue;
    if (token.text === ';') statements.push([]);
    else statements.at(-1)?.push(wordOf(token));
  }
  return statements.filter((words) => words.length > 0);
}

function wordOf({ kind, text }: SqlToken): string {
  if (kind === 'quoted-identifier') return text.slice(1, -1).toLowerCase();
  return text.toLowerCase();
}

function asksForWriting(words: readonly string[]): boolean {
  const [verb] = words;
  if (verb === 'begin' || verb === 'start') return saysReadWrite(words);
  if (verb !== 'set') return false;
  const what = settingOf(words);
  return (
    what === 'transaction_read_only' ||
    ((what === 'transaction' || what === 'characteristics') && saysReadWrite(words))
  );
}

function setsDefault(words: readonly string[]): boolean {
  return (words[0] === 'set' || words[0] === 'reset') && settingOf(words) === 'default_transaction_read_only';
}

/** Behind SET and its SESSION or LOCAL. */
function settingOf(words: readonly string[]): string | undefined {
  return words.slice(1).find((word) => word !== 'session' && word !== 'local');
}

function saysReadWrite(words: readonly string[]): boolean {
  return words.some((word, index) => word === 'read' && words[index + 1] === 'write');
}
