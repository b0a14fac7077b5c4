const LINE = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs;

/** Room for ` \\` at the end of a line. */
const ENDING = 2;

/** The words of a shell command as they are written, quotes included. */
function words(command: string): string[] {
  return command.match(LINE) ?? [];
}

function wrapLine(line: string, width: number): string {
  const parts: string[] = [];
  for (const word of words(line)) {
    const last = parts.length - 1;
    // An option begins a part and takes the word after it along.
    const alone = word.startsWith('-') || last < 0 || !/^--?\S+$/.test(parts[last] ?? '');
    if (alone) parts.push(word);
    else parts[last] += ` ${word}`;
  }
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.length - 1;
    if (last >= 0 && `${lines[last]} ${part}`.length + ENDING <= width) lines[last] += ` ${part}`;
    else lines.push(last < 0 ? part : `  ${part}`);
  }
  return lines.join(' \\\n');
}

/**
 * Breaks long lines of a shell command where a shell allows it (`\` and a line end between words, never inside
 * quotes), so that it reads well and still can be pasted. Lines that end inside a quote, or hold `;` or `|`, stay.
 */
export function wrapCommand(command: string, width: number): string {
  const lines = command.split('\n');
  const closed = lines.every((line) => words(line).join(' ') === line);
  if (!closed) return command;
  return lines
    .map((line) => (line.length <= width || /[;|]/.test(line) ? line : wrapLine(line, width)))
    .join('\n');
}
