import type { SqlError } from '../../../shared/contract/consoles.ts';

/** A record that cannot be sent on, in the words that the server has for it. */
export class RefusedRecord extends Error {
  readonly sqlError: SqlError;

  constructor(
    message: string,
    /** From 1, as an editor counts. */
    readonly line: number,
  ) {
    super(message);
    this.name = 'RefusedRecord';
    this.sqlError = {
      ...{ sqlState: '22P04', severity: 'ERROR', message, detail: null, hint: null, where: null },
      ...{ schema: null, table: null, column: null, constraint: null, at: null, excerpt: null },
    };
  }
}
