import type { ConsoleEntry } from '../../../shared/contract/consoles.ts';
import type { ResultColumn } from '../../../shared/contract/results.ts';
import type { ConsoleConnection, ServerError } from '../../postgres/console-connection.ts';

/** Settings that psql commands change. */
export interface PsqlDisplay {
  expanded: boolean;
  timing: boolean;
}

/** A table of Howdah's own making: what `\dt` answers. */
export interface PsqlTable {
  /** "List of relations" */
  title: string | null;
  columns: readonly ResultColumn[];
  rows: readonly (readonly (string | null)[])[];
  footers: readonly string[];
}

/** What a psql command may use and change. */
export interface PsqlContext {
  /** To ask the server; `run` is for statements of the script. */
  readonly session: Omit<ConsoleConnection, 'run' | 'cancel' | 'dispose'>;
  readonly variables: Map<string, string>;
  readonly display: PsqlDisplay;
  readonly signal: AbortSignal;
  /** Prints to the log: `\echo`, `\conninfo`. */
  output(text: string): void;
  /** Shows a result tab. */
  table(table: PsqlTable): Promise<void>;
}

/** The problem as the log tells it. */
export type PsqlProblem = Extract<ConsoleEntry, { kind: 'command-error' }>['problem'];

/** How a psql command ended, or what the run is to do on its behalf. */
export type PsqlOutcome =
  | { kind: 'done' }
  | { kind: 'problem'; problem: PsqlProblem; detail: string | null }
  /** The server's answer to a query of the command. */
  | { kind: 'sql-error'; error: ServerError }
  /** `\c`, `\connect`. Null: as now. */
  | { kind: 'connect'; database: string | null; user: string | null }
  /** `\q` */
  | { kind: 'quit' }
  /** `\i`, and `\ir` (beside the file that says it). */
  | { kind: 'include'; path: string; relative: boolean }
  /** `\copy`, with all that stands behind it. */
  | { kind: 'copy'; argument: string }
  | { kind: 'restrict' | 'unrestrict'; key: string };
