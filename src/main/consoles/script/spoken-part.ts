import type { ScriptPart } from './place-of.ts';

const blank = /[ \t\n\r\f\v]*/y;
const commentSign = /\/\*|\*\//g;

/**
 * What a statement is for people: without the comments before it, of which dumps have many. `start` and `line` are those
 * of its first word.
 */
export function spokenPart({ text, start, line }: ScriptPart): ScriptPart {
  const lead = leadingComments(text);
  if (lead === 0) return { text, start, line };
  const newlines = text.slice(0, lead).split('\n').length - 1;
  return { text: text.slice(lead), start: start + lead, line: line + newlines };
}

/** Length of the comments and white space at the start; 0 where there is nothing else. */
function leadingComments(text: string): number {
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    if (text.startsWith('--', at)) at = endOfLine(text, at);
    else if (text.startsWith('/*', at)) at = endOfComment(text, at);
    else return at < text.length ? at : 0;
  }
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

/** Comments stand inside each other. */
function endOfComment(text: string, from: number): number {
  let depth = 0;
  commentSign.lastIndex = from;
  for (let sign = commentSign.exec(text); sign !== null; sign = commentSign.exec(text)) {
    depth += sign[0] === '/*' ? 1 : -1;
    if (depth === 0) return commentSign.lastIndex;
  }
  return text.length;
}
