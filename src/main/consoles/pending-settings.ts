import type { LiveSession, SessionSettings } from './live-session.ts';

/** Changed settings on their way into a session that is open already. */
export class PendingSettings {
  readonly #statements = new Map<keyof SessionSettings, string>();
  #closesTransaction = false;

  note(before: SessionSettings, after: SessionSettings): void {
    if (before.statementTimeoutMs !== after.statementTimeoutMs) {
      this.#statements.set('statementTimeoutMs', `SET statement_timeout = ${after.statementTimeoutMs}`);
    }
    if (before.readOnly !== after.readOnly) {
      const value = after.readOnly ? 'on' : 'off';
      this.#statements.set('readOnly', `SET default_transaction_read_only = ${value}`);
      this.#closesTransaction = after.readOnly;
    }
  }

  /** A new session is opened with the settings as they are. */
  clear(): void {
    this.#statements.clear();
    this.#closesTransaction = false;
  }

  /**
   * Tells the session. What is set inside a transaction goes with its rollback, so it is told again at the next call
   * outside of one; a failed transaction takes nothing.
   * @throws ServerFailure, AppFailure `database-unreachable`
   */
  async apply({ connection }: LiveSession): Promise<void> {
    if (connection.transaction === 'failed') return;
    const isInside = connection.transaction === 'in-transaction';
    // The switch counts for what is under way, too. The other way round the server allows it only at the beginning.
    if (isInside && this.#closesTransaction) await connection.query('SET TRANSACTION READ ONLY');
    this.#closesTransaction = false;
    for (const statement of this.#statements.values()) await connection.query(statement);
    if (!isInside) this.#statements.clear();
  }
}
