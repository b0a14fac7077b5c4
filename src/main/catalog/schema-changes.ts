import { statementFacts } from '../../shared/sql/statement-facts.ts';
import type { TransactionState } from '../postgres/console-connection.ts';

/**
 * Tells when what a console did to a schema can be seen by others: behind the run that did it, or behind the one that
 * ended its transaction.
 */
export class SchemaChanges {
  readonly #onSeen: () => void;
  #isPending = false;

  constructor(onSeen: () => void) {
    this.#onSeen = onSeen;
  }

  /** @param text null is a statement that is not read, e.g. of a file: it counts as one that may change anything */
  note(text: string | null): void {
    this.#isPending ||= text === null || statementFacts(text).changesSchema;
  }

  /** To be called when a run is over. */
  settle(transaction: TransactionState): void {
    if (!this.#isPending || transaction !== 'idle') return;
    this.#isPending = false;
    this.#onSeen();
  }
}
