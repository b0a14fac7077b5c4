import type { ScannedCommand } from '../../../shared/sql/scanned-item.ts';
import { FileCopyData } from './file-copy-data.ts';
import { FileSink } from './file-sink.ts';
import { InlineCopyData } from './inline-copy-data.ts';
import { localPath } from './local-path.ts';
import { openLocalFile } from './open-local-file.ts';
import { type CopyCommand, parseCopyCommand } from './parse-copy-command.ts';
import { readingSettings } from './reading-settings.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { ScriptSource } from './script-source.ts';
import { type SentStatement, sendStatement } from './send-statement.ts';
import { tellProblem } from './tell-command.ts';
import { tellFailure } from './tell-failure.ts';

/** `\copy`: COPY whose other end is a file of this machine, the script itself, or a result. */
export async function copyCommand(
  state: RunState,
  source: ScriptSource,
  command: ScannedCommand,
): Promise<ItemEnd> {
  const copy = parseCopyCommand(command.argument);
  const settings = readingSettings(state.host.connection);
  const codec = source.codec(settings);
  if (copy === null)
    return tellProblem(state, source, command, 'bad-argument', codec.decode(command.argument));
  const { end } = copy;
  // There is no shell of the person to run it in, and no input of a terminal.
  if (end.kind === 'program' || end.kind === 'pstdin') {
    return tellProblem(state, source, command, 'not-supported', end.kind);
  }
  const name = `\\${command.name}`.padEnd(command.end - command.start - command.argument.length);
  const sent: SentStatement = {
    source,
    codec,
    part: { text: `${name}${command.argument}`, start: command.start, line: command.line },
    text: copy.statement,
    indexOf: (position) => name.length + copy.originOf(codec.indexOf(copy.statement, position)),
    expanded: state.host.display.expanded,
  };
  if (end.kind === 'file') return copyFile(state, sent, copy, codec.decode(end.path));
  if (end.kind !== 'stdin') return sendStatement(state, sent);
  source.beginCopyData();
  return sendStatement(state, {
    ...sent,
    copyIn: new InlineCopyData(source, settings),
  });
}

/** Unlike a failure of the script's own file, one of this file does not end the run. */
async function copyFile(
  state: RunState,
  sent: SentStatement,
  { direction }: CopyCommand,
  named: string,
): Promise<ItemEnd> {
  const path = localPath(named);
  try {
    const end = await (direction === 'from' ? copyFrom(state, sent, path) : copyTo(state, sent, path));
    return end === 'over' ? 'error' : end;
  } catch (error) {
    tellFailure(state, `\\copy ${direction} ${named}`, error);
    return 'error';
  }
}

async function copyFrom(state: RunState, sent: SentStatement, path: string): Promise<ItemEnd> {
  const { signal } = state.host;
  const file = await openLocalFile(path);
  const stop = (): void => file.dispose();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await sendStatement(state, { ...sent, copyIn: new FileCopyData(file) });
  } finally {
    signal.removeEventListener('abort', stop);
    file.dispose();
  }
}

async function copyTo(state: RunState, sent: SentStatement, path: string): Promise<ItemEnd> {
  return sendStatement(state, { ...sent, copyOut: await FileSink.open(path) });
}
