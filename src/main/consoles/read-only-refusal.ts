import { statementFacts } from '../../shared/sql/statement-facts.ts';
import type { ServerError } from '../postgres/console-connection.ts';

/** All that asks for writing is shorter; what is longer is data behind its verb. */
const maxChars = 10_000;

/** `read_only_sql_transaction`, as the server would say it. */
const refusal: ServerError = {
  ...{
    sqlState: '25006',
    severity: 'ERROR',
    message: 'cannot make a transaction writable in a read-only console',
  },
  ...{ detail: null, hint: 'Turn "Read-only" off to write.', position: null, where: null },
  ...{ internalQuery: null, internalPosition: null },
  ...{ schema: null, table: null, column: null, constraint: null },
};

/**
 * What a read-only console answers to a statement that would let its transactions write; null: it may be sent, and the
 * server refuses what writes.
 */
export function readOnlyRefusal(text: string | Uint8Array): ServerError | null {
  const beginning =
    typeof text === 'string'
      ? text.slice(0, maxChars)
      : Buffer.from(text.subarray(0, maxChars)).toString('latin1');
  return statementFacts(beginning).asksReadWrite ? refusal : null;
}
