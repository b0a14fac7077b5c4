import type { ConsoleEntry } from '../../../../shared/contract/consoles.ts';

/** An entry that tells why a run did not go as wanted. */
export type FailureEntry = Extract<ConsoleEntry, { kind: 'sql-error' | 'failure' | 'command-error' }>;

/** What the log tells of one run so far. */
export interface RunOutcome {
  statements: number;
  failures: number;
  /** The first one: what comes after it often only follows from it. */
  failure: FailureEntry | null;
  durationMs: number;
  /** The command tag of the last statement: "UPDATE 3". */
  lastCommand: string | null;
}

export const emptyOutcome: RunOutcome = {
  statements: 0,
  failures: 0,
  failure: null,
  durationMs: 0,
  lastCommand: null,
};

export function addToOutcome(outcome: RunOutcome, entry: ConsoleEntry): RunOutcome {
  switch (entry.kind) {
    case 'statement':
      return {
        ...outcome,
        statements: outcome.statements + 1,
        durationMs: outcome.durationMs + entry.durationMs,
        lastCommand: entry.command,
      };
    case 'sql-error':
      return { ...withFailure(outcome, entry), durationMs: outcome.durationMs + entry.durationMs };
    case 'failure':
    case 'command-error':
      return withFailure(outcome, entry);
    case 'notice':
    case 'notification':
    case 'output':
    case 'event':
      return outcome;
  }
}

function withFailure(outcome: RunOutcome, entry: FailureEntry): RunOutcome {
  return { ...outcome, failures: outcome.failures + 1, failure: outcome.failure ?? entry };
}
