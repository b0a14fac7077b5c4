import { maskPasswords } from '../../../shared/sql/mask-passwords.ts';
import type { ScannedCommand } from '../../../shared/sql/scanned-item.ts';
import type { ServerError } from '../../postgres/console-connection.ts';
import { placeOf } from './place-of.ts';
import type { PsqlProblem } from './psql-command.ts';
import { readingSettings } from './reading-settings.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { ScriptSource } from './script-source.ts';

/** Tells of a psql command that could not be carried out. */
export function tellProblem(
  state: RunState,
  source: ScriptSource,
  { name, start, line }: Pick<ScannedCommand, 'name' | 'start' | 'line'>,
  problem: PsqlProblem,
  named: string | null = null,
): ItemEnd {
  const codec = source.codec(readingSettings(state.host.connection));
  const command = `\\${codec.decode(name)}`;
  const place = placeOf(source, codec, { text: name, start, line });
  // What is a password depends on the command before it.
  const detail = named === null ? null : maskPasswords(`${command} ${named}`).slice(command.length + 1);
  state.firstError ??= { sqlState: null, message: `${command}: ${problem}` };
  state.host.log({ kind: 'command-error', command, problem, detail, place });
  return 'error';
}

/** Tells of the server's error about a query that is not the script's own. */
export function tellServerError(state: RunState, text: string, serverError: ServerError): ItemEnd {
  const { position: _position, internalQuery: _query, internalPosition: _internal, ...fields } = serverError;
  const { sqlState, message } = fields;
  state.firstError ??= { sqlState, message };
  const error = { ...fields, at: null, excerpt: null };
  state.host.log({ kind: 'sql-error', text, error, durationMs: 0 });
  return 'error';
}
