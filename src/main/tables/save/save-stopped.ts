import type { SaveOutcome } from '../../../shared/contract/row-changes.ts';

/** Nothing was saved. */
export type NotSaved = Exclude<SaveOutcome, { outcome: 'saved' | 'unknown' }>;

/** Ends a save from wherever it is found out that it cannot be; the transaction is rolled back. */
export class SaveStopped extends Error {
  constructor(readonly outcome: NotSaved) {
    super(outcome.outcome);
    this.name = 'SaveStopped';
  }
}
