/**
 * A parameter in a statement: `:name`, `:'name'`, `:"name"` (psql's variables) or `$1`, or `:{?name}`, which asks whether
 * psql knows the variable. Offsets in the statement's text.
 */
export interface Placeholder {
  kind: 'plain' | 'literal' | 'identifier' | 'defined' | 'positional';
  /** Without colon, quotes and braces; the number of a positional one. */
  name: string;
  start: number;
  end: number;
}

/** The psql commands that send the statement before them. */
export type SendingCommand = 'g' | 'gx' | 'gset' | 'gexec' | 'gdesc' | 'crosstabview' | 'watch';

/**
 * One statement: from its first character that is no white space (a comment before it belongs to it) to the last before
 * the terminator. Offsets are UTF-16 in everything that was pushed, the line counts from 1. `text` is as long as the
 * text it stands for, so `start + n` is the place of its character n: a psql command in the middle, which psql takes
 * out, is blanked, and `\;` (a semicolon that does not end the statement) is a blank and a semicolon.
 */
export interface ScannedStatement {
  kind: 'statement';
  text: string;
  start: number;
  /** Behind the terminator. */
  end: number;
  line: number;
  placeholders: Placeholder[];
  /** How it was sent: by `;`, by a psql command, or by the end of the text. */
  terminator: ';' | `\\${SendingCommand}` | 'end';
  /** What stands behind the psql command that sent it, e.g. a file; else empty. */
  terminatorArgument: string;
  /** It is `COPY … FROM STDIN`: `copy-data` follows. */
  copiesFromStdin: boolean;
}

/**
 * A psql command: `\dt+ public.*` has the name `dt+` and the rest of its line as argument text, at most up to the next
 * command on that line. One in the middle of a statement comes before it, as psql runs it. One that sends the statement
 * (`SendingCommand`) is a command of its own only where there is no statement: psql then sends the last one again.
 */
export interface ScannedCommand {
  kind: 'command';
  name: string;
  argument: string;
  start: number;
  end: number;
  line: number;
}

/** A piece of what stands below `COPY … FROM STDIN`, without the closing `\.`; an empty last piece is possible. */
export interface ScannedCopyData {
  kind: 'copy-data';
  text: string;
  start: number;
  /** Behind the line `\.` for the last piece. */
  end: number;
  last: boolean;
}

export type ScannedItem = ScannedStatement | ScannedCommand | ScannedCopyData;
