import type { PsqlContext, PsqlOutcome } from '../consoles/script/psql-command.ts';

/** A psql command, taken apart: `\dtS+ public.*` has the letters `t`, `+` and `S` set, and one argument. */
export interface PsqlRequest {
  /** Without backslash, modifiers and arguments: "dt". */
  command: string;
  /** `+`: show more. */
  verbose: boolean;
  /** `S`: system objects too. */
  system: boolean;
  /** Without quotes, variables replaced. */
  arguments: readonly string[];
  /** The same with double quotes kept: what patterns are made of. */
  patterns: readonly string[];
  context: PsqlContext;
}

export type PsqlHandler = (request: PsqlRequest) => Promise<PsqlOutcome>;

export const done: PsqlOutcome = { kind: 'done' };

export function problem(
  kind: Extract<PsqlOutcome, { kind: 'problem' }>['problem'],
  detail: string | null = null,
): PsqlOutcome {
  return { kind: 'problem', problem: kind, detail };
}
