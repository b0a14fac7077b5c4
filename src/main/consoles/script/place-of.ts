import type { SqlError } from '../../../shared/contract/consoles.ts';
import type { ScriptCodec } from './script-codec.ts';
import type { ScriptSource } from './script-source.ts';

/** What stands in a script: a statement or a command, with its text. */
export interface ScriptPart {
  text: string;
  start: number;
  line: number;
}

type Place = NonNullable<SqlError['at']>;
type Excerpt = NonNullable<SqlError['excerpt']>;

/** psql cuts a long line around the caret, too. */
const maxExcerpt = 300;
const beforeCaret = 100;

/** Where the character at `index` of a part stands in the script. */
export function placeOf(source: ScriptSource, codec: ScriptCodec, part: ScriptPart, index = 0): Place {
  const lineStart = part.text.lastIndexOf('\n', index - 1) + 1;
  const before = codec.decode(part.text.slice(lineStart, index)).length;
  const indent = lineStart === 0 ? source.columnAt(part.start, codec) : 0;
  return {
    offset: source.offset + part.start + index,
    line: part.line + newlinesIn(part.text, index),
    column: indent + before + 1,
    ...(source.file === null ? {} : { file: source.file.name }),
  };
}

/** The line of `text` around the character at `index`, for people. */
export function excerptOf(codec: ScriptCodec, text: string, index: number): Excerpt {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  const newline = text.indexOf('\n', index);
  const line = codec.decode(text.slice(lineStart, newline === -1 ? text.length : newline)).replace(/\r$/, '');
  const caret = codec.decode(text.slice(lineStart, index)).length;
  if (line.length <= maxExcerpt) return { line, caret };
  const from = wholeCharacter(line, Math.max(0, caret - beforeCaret));
  const to = wholeCharacter(line, from + maxExcerpt);
  const start = from > 0 ? '…' : '';
  const rest = to < line.length ? '…' : '';
  return { line: `${start}${line.slice(from, to)}${rest}`, caret: caret - from + start.length };
}

function newlinesIn(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** `index`, or the one before where it would part two halves of a character. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
