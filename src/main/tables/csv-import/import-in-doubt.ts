import type { TransactionName } from '../transactions/name-transaction.ts';
import type { ImportEnd } from './import-csv.ts';

/** The connection was lost while an import was being committed. */
export class ImportInDoubt extends Error {
  constructor(
    readonly transaction: TransactionName,
    /** If it was. */
    readonly end: ImportEnd,
    options: { cause: unknown },
  ) {
    super('the connection was lost during COMMIT', options);
    this.name = 'ImportInDoubt';
  }
}
