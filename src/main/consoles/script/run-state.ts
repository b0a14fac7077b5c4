import type { ScriptFile } from './script-file.ts';
import type { RunRecord, ScriptHost } from './script-host.ts';
import type { ScriptSource } from './script-source.ts';

/** What the parts of one run share. */
export interface RunState {
  readonly host: ScriptHost;
  /** Answers of the form: a value for each name that psql's variables do not have. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Files under way, the innermost last. */
  readonly files: ScriptSource[];
  /** Runs a file in place of the command that names it, and disposes it. */
  readonly runFile: (state: RunState, file: ScriptFile) => Promise<SourceEnd>;
  /** There is a transaction around all of it, which `\connect` would leave. */
  readonly oneTransaction: boolean;
  /** Number of the statement or command under way, from 1. */
  statement: number;
  /** Statements of files that the log has. */
  loggedOfFiles: number;
  firstError: RunRecord['error'];
  /** The key of `\restrict`: until `\unrestrict` says it, no other psql command is taken. */
  restrictedBy: string | null;
}

/**
 * How one item of a script ended. `over`: an error behind which the run cannot go on, whatever it was told about errors.
 */
export type ItemEnd = 'done' | 'error' | 'over' | 'cancelled' | 'lost' | 'quit';

export interface SourceEnd {
  end: ItemEnd;
  /** Of the item at which it stopped; null: it was run to its end, or stopped before the first. */
  line: number | null;
}

export function createRunState(
  given: Pick<RunState, 'host' | 'runFile' | 'values' | 'oneTransaction'>,
): RunState {
  return {
    files: [],
    statement: 0,
    loggedOfFiles: 0,
    firstError: null,
    restrictedBy: null,
    ...given,
  };
}
