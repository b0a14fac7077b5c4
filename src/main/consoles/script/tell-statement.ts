import type { SqlError } from '../../../shared/contract/consoles.ts';
import { maskPasswords } from '../../../shared/sql/mask-passwords.ts';
import { maskedError } from '../../history/masked-error.ts';
import type { ServerError } from '../../postgres/console-connection.ts';
import { excerptOf, placeOf, type ScriptPart } from './place-of.ts';
import { rowsOfCommand } from './rows-of-command.ts';
import type { RunState } from './run-state.ts';
import type { ScriptCodec } from './script-codec.ts';
import type { ScriptSource } from './script-source.ts';

/** A statement (or the COPY of a `\copy`) while it runs, for the log and the history. */
export interface ToldStatement {
  source: ScriptSource;
  codec: ScriptCodec;
  part: ScriptPart;
  startedAtMs: number;
  /** Index in the part of a character (code point, from 1) of what was sent. */
  indexOf(position: number): number;
}

const maxText = 300;
/** Of files; the log is for reading, and errors should stay in it. */
const maxLoggedOfFiles = 1000;

/** What the log and the results call a statement. */
export function shortText(codec: ScriptCodec, text: string): string {
  return cut(maskPasswords(codec.decode(cut(text, 4 * maxText))), maxText);
}

export function tellDone(
  state: RunState,
  told: ToldStatement,
  command: string,
  resultId: string | null,
): void {
  const { source, codec, part } = told;
  record(state, told, rowsOfCommand(command), null);
  if (source.file !== null) state.loggedOfFiles += 1;
  if (source.file !== null && state.loggedOfFiles > maxLoggedOfFiles && resultId === null) return;
  state.host.log({
    kind: 'statement',
    text: shortText(codec, part.text),
    place: placeOf(source, codec, part),
    command,
    durationMs: performance.now() - told.startedAtMs,
    resultId,
  });
}

export function tellError(state: RunState, told: ToldStatement, error: ServerError): void {
  record(state, told, null, { sqlState: error.sqlState, message: error.message });
  state.host.log({
    kind: 'sql-error',
    text: shortText(told.codec, told.part.text),
    place: placeOf(told.source, told.codec, told.part),
    error: toSqlError(told, error),
    durationMs: performance.now() - told.startedAtMs,
  });
}

/** In the history, and as the reason for the end of a file. */
export function record(
  state: RunState,
  { source, codec, part, startedAtMs }: ToldStatement,
  rows: number | null,
  error: RunState['firstError'],
): void {
  if (source.file === null) {
    const durationMs = performance.now() - startedAtMs;
    // As it is: what the history masks in the text it masks in the error, too.
    state.host.record({ text: codec.decode(part.text), durationMs, rows, error });
  }
  if (error === null || state.firstError !== null) return;
  state.firstError = maskedError({ text: codec.decode(part.text), error });
}

/** Inside a query of a function the server's position is about a text that is not the script's. */
export function toSqlError({ source, codec, part, indexOf }: ToldStatement, error: ServerError): SqlError {
  const { position, internalQuery: _query, internalPosition: _internal, ...fields } = error;
  if (position === null) return { ...fields, at: null, excerpt: null };
  const index = indexOf(position);
  return { ...fields, at: placeOf(source, codec, part, index), excerpt: excerptOf(codec, part.text, index) };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
