import type { ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import { InlineCopyData } from './inline-copy-data.ts';
import { placeOf } from './place-of.ts';
import { prepareStatement } from './prepare-statement.ts';
import { readingSettings } from './reading-settings.ts';
import type { ItemEnd, RunState } from './run-state.ts';
import type { ScriptSource } from './script-source.ts';
import { sendStatement } from './send-statement.ts';
import { spokenPart } from './spoken-part.ts';

/** Runs one statement of a script to its end; the log, the results and the history then have it. */
export async function runStatement(
  state: RunState,
  source: ScriptSource,
  statement: ScannedStatement,
): Promise<ItemEnd> {
  const { host } = state;
  const settings = readingSettings(host.connection);
  const codec = source.codec(settings);
  const copyIn = statement.copiesFromStdin ? new InlineCopyData(source, settings) : null;
  if (!isSentHere(statement)) {
    await copyIn?.skipRest();
    host.log({
      kind: 'command-error',
      command: statement.terminator,
      problem: 'not-supported',
      detail: statement.terminatorArgument === '' ? null : codec.decode(statement.terminatorArgument),
      place: placeOf(source, codec, statement, statement.text.length),
    });
    return 'error';
  }
  const prepared = prepareStatement(statement, { codec, variables: host.variables, values: state.values });
  const part = spokenPart(statement);
  return sendStatement(state, {
    source,
    codec,
    part,
    text: prepared.text,
    ...(prepared.values === undefined ? {} : { values: prepared.values }),
    indexOf: (position) => {
      const index = prepared.originOf(codec.indexOf(prepared.text, position));
      return Math.max(0, index - (part.start - statement.start));
    },
    expanded: host.display.expanded || statement.terminator === '\\gx',
    copyIn,
  });
}

/** `\gset`, `\watch` and the like, and `\g FILE`, are not supported: running the statement would be something else. */
function isSentHere({ terminator, terminatorArgument }: ScannedStatement): boolean {
  if (terminator === ';' || terminator === 'end') return true;
  return (terminator === '\\g' || terminator === '\\gx') && terminatorArgument.trim() === '';
}
