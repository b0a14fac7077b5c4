import { maskPasswords } from '../../../shared/sql/mask-passwords.ts';
import type { ScannedCommand } from '../../../shared/sql/scanned-item.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { copyCommand } from './copy-command.ts';
import { includeFile } from './include-file.ts';
import type { PsqlOutcome } from './psql-command.ts';
import { psqlContext } from './psql-context.ts';
import { readingSettings } from './reading-settings.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { ScriptSource } from './script-source.ts';
import { tellProblem, tellServerError } from './tell-command.ts';
import { tellFailure } from './tell-failure.ts';
import { untilCancelled } from './until-cancelled.ts';

/** Runs one psql command of a script. */
export async function runCommand(
  state: RunState,
  source: ScriptSource,
  command: ScannedCommand,
): Promise<ItemEnd> {
  const { host } = state;
  if (state.restrictedBy !== null && command.name !== 'unrestrict') {
    return tellProblem(state, source, command, 'restricted');
  }
  const codec = source.codec(readingSettings(host.connection));
  const readable = { ...command, argument: codec.decode(command.argument) };
  try {
    const outcome = await untilCancelled(host.connection, [host.signal], () =>
      host.runPsqlCommand(readable, psqlContext(host, textOf(readable))),
    );
    return await carryOut(state, source, command, outcome);
  } catch (error) {
    if (host.signal.aborted) return 'cancelled';
    if (error instanceof ServerFailure) return tellServerError(state, textOf(readable), error.serverError);
    return tellFailure(state, textOf(readable), error);
  }
}

async function carryOut(
  state: RunState,
  source: ScriptSource,
  command: ScannedCommand,
  outcome: PsqlOutcome,
): Promise<ItemEnd> {
  switch (outcome.kind) {
    case 'done':
    case 'quit':
      return outcome.kind;
    case 'problem':
      return tellProblem(state, source, command, outcome.problem, outcome.detail);
    case 'sql-error':
      return tellServerError(state, textOf(command), outcome.error);
    case 'connect':
      return connect(state, source, command, outcome);
    case 'include':
      return includeFile(state, source, outcome);
    case 'copy':
      return copyCommand(state, source, command);
    case 'restrict':
      state.restrictedBy = outcome.key;
      return 'done';
    case 'unrestrict':
      if (outcome.key !== state.restrictedBy) return tellProblem(state, source, command, 'bad-argument');
      state.restrictedBy = null;
      return 'done';
  }
}

/** What follows is meant for that database: where it cannot be reached, nothing of it may run in another. */
async function connect(
  state: RunState,
  source: ScriptSource,
  command: ScannedCommand,
  { database, user }: Extract<PsqlOutcome, { kind: 'connect' }>,
): Promise<ItemEnd> {
  if (state.oneTransaction) {
    tellProblem(state, source, command, 'not-supported', 'one-transaction');
    return 'over';
  }
  try {
    await state.host.reconnect(database, user);
    return 'done';
  } catch (error) {
    if (state.host.signal.aborted) return 'cancelled';
    tellFailure(state, `\\${command.name} ${database ?? ''}`.trim(), error);
    return 'over';
  }
}

/** For the log. */
function textOf({ name, argument }: ScannedCommand): string {
  return maskPasswords(`\\${name} ${argument}`.trim()).slice(0, 300);
}
