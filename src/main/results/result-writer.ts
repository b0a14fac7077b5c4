import type { ResultColumn, ResultInfo } from '../../shared/contract/results.ts';
import type { RowSink } from '../postgres/console-connection.ts';

/** What begins a result. */
export interface NewResult {
  /** Whose it is: all results of an owner are let go of together. */
  consoleId: string;
  number: number;
  statement: string;
  columns: readonly ResultColumn[];
  title?: string | null;
  /** When the statement was sent, on the clock of `performance.now()`. Default: now. */
  startedAtMs?: number;
  /** No limit on the disk: the person asked for all of it. */
  whole?: boolean;
}

export type ResultEnd =
  | { state: 'complete'; command: string; footers?: readonly string[] }
  | { state: 'cancelled' | 'failed' }
  | { state: 'capped'; limit: 'row'; bytes: number };

/** One result while it is written; pages of it can be read meanwhile. */
export interface ResultWriter extends RowSink {
  readonly id: string;
  info(): ResultInfo;
  /** Rows of Howdah's own making (psql commands). */
  append(rows: readonly (readonly (string | null)[])[]): void | Promise<void>;
  /**
   * Resolves when a limit of the store is reached. Rows that come later are dropped; the statement should be cancelled,
   * and the result is `capped` however it ends.
   */
  readonly full: Promise<void>;
  finish(end: ResultEnd): Promise<void>;
}
