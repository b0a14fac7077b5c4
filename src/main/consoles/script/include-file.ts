import type { AppFailure } from '../../lib/app-failure.ts';
import { fileFailure } from '../../lib/file-failure.ts';
import { localPath } from './local-path.ts';
import { openLocalFile } from './open-local-file.ts';
import type { PsqlOutcome } from './psql-command.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { ScriptFile } from './script-file.ts';
import type { ScriptSource } from './script-source.ts';
import { tellFailure } from './tell-failure.ts';

const maxDepth = 20;

/** `\i` and `\ir`: runs a file of this machine in place of the command. */
export async function includeFile(
  state: RunState,
  source: ScriptSource,
  { path, relative }: Extract<PsqlOutcome, { kind: 'include' }>,
): Promise<ItemEnd> {
  const whole = localPath(path, relative ? (source.file?.path ?? null) : null);
  let file: ScriptFile;
  try {
    const refused = refusal(state, whole);
    if (refused !== null) throw refused;
    file = await openLocalFile(whole);
  } catch (error) {
    tellFailure(state, `\\${relative ? 'ir' : 'i'} ${path}`, error);
    return 'error';
  }
  const startedAtMs = performance.now();
  const errorBefore = state.firstError;
  state.firstError = null;
  const { end } = await state.runFile(state, file);
  if (source.file === null) tellFile(state, file.name, end, startedAtMs);
  state.firstError = errorBefore ?? state.firstError;
  // In a file it ends the file only.
  return end === 'quit' ? 'done' : end;
}

function refusal({ files }: RunState, path: string): AppFailure | null {
  if (files.some(({ file }) => file?.path === path)) return fileFailure(path, 'includes-itself');
  return files.length >= maxDepth ? fileFailure(path, 'too-deep') : null;
}

/** A file is one line of the history, as its statements are none. */
function tellFile({ host, firstError }: RunState, name: string, end: ItemEnd, startedAtMs: number): void {
  const durationMs = performance.now() - startedAtMs;
  host.record({ text: `\\i ${name}`, durationMs, rows: null, error: firstError });
  if (end === 'done' || end === 'quit') host.log({ kind: 'event', event: 'file-done', detail: name });
}
