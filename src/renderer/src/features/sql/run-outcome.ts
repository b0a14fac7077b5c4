import type { ConsoleEntry } from '../../../../shared/contract/consoles.ts';

/** An entry that tells why a run did not go as wanted. */
export type FailureEntry = Extract<ConsoleEntry, { kind: 'sql-error' | 'failure' | 'command-error' }>;

type Event = Extract<ConsoleEntry, { kind: 'event' }>['event'];

/** What becomes of a session that is lost; a person has to know before anything else. */
const sessionEvents = [
  'connection-lost',
  'reconnected',
  'transaction-lost',
  'session-reset',
] as const satisfies Event[];
export type SessionEvent = (typeof sessionEvents)[number];

/** What the log tells of one run so far, and of what came after it. */
export interface RunOutcome {
  statements: number;
  failures: number;
  /** The first one: what comes after it often only follows from it. */
  failure: FailureEntry | null;
  durationMs: number;
  /** The command tag of the last statement: "UPDATE 3". */
  lastCommand: string | null;
  /** A person had it stopped. */
  cancelled: boolean;
  /** In order, each once; empty: the session is the one it was. */
  session: readonly SessionEvent[];
}

export const emptyOutcome: RunOutcome = {
  statements: 0,
  failures: 0,
  failure: null,
  durationMs: 0,
  lastCommand: null,
  cancelled: false,
  session: [],
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
      return outcome;
    case 'event':
      return withEvent(outcome, entry.event);
  }
}

function withEvent(outcome: RunOutcome, event: Event): RunOutcome {
  // The session that was missing is there: why it was not is over.
  if (event === 'connected' && outcome.failure?.kind === 'failure') return { ...outcome, failure: null };
  if (event === 'cancelled') return { ...outcome, cancelled: true };
  const known = sessionEvents.find((one) => one === event);
  if (known === undefined) return outcome;
  return { ...outcome, session: [...outcome.session.filter((one) => one !== known), known] };
}

function withFailure(outcome: RunOutcome, entry: FailureEntry): RunOutcome {
  return { ...outcome, failures: outcome.failures + 1, failure: outcome.failure ?? entry };
}
