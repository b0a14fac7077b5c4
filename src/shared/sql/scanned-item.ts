/** A parameter in a statement: `:name`, `:'name'`, `:"name"` (psql's variables) or `$1`. Offsets in the statement's text. */
export interface Placeholder {
  kind: 'plain' | 'literal' | 'identifier' | 'positional';
  /** Without colon and quotes; the number of a positional one. */
  name: string;
  start: number;
  end: number;
}

/**
 * One statement: from its first character that is no white space (a comment before it belongs to it) to the last before
 * the terminator. Offsets are UTF-16 in everything that was pushed, the line counts from 1.
 */
export interface ScannedStatement {
  kind: 'statement';
  text: string;
  start: number;
  /** Behind the terminator. */
  end: number;
  line: number;
  placeholders: Placeholder[];
  /** How it was sent: by `;`, by `\g` or `\gx`, or by the end of the text. */
  terminator: ';' | '\\g' | '\\gx' | 'end';
  /** It is `COPY … FROM STDIN`: `copy-data` follows. */
  copiesFromStdin: boolean;
}

/** A psql command: `\dt+ public.*` has the name `dt+` and the rest of its line as argument text. */
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
  last: boolean;
}

export type ScannedItem = ScannedStatement | ScannedCommand | ScannedCopyData;
