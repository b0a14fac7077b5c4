import { trimSpaceEnd } from './char-classes.ts';
import { CommandReader } from './command-reader.ts';
import { CopyDataReader } from './copy-data-reader.ts';
import { readPlaceholder } from './read-placeholder.ts';
import type {
  Placeholder,
  ScannedCopyData,
  ScannedItem,
  ScannedStatement,
  SendingCommand,
} from './scanned-item.ts';
import { SqlLexer } from './sql-lexer.ts';
import { StatementStructure } from './statement-structure.ts';
import { TextFeed } from './text-feed.ts';

export interface ScanOptions {
  /** As the server has it; by default on, as it is from version 9.1 on. */
  standardConformingStrings?: boolean;
}

const sendingCommands: Record<string, SendingCommand> = {
  g: 'g',
  gx: 'gx',
  gset: 'gset',
  gexec: 'gexec',
  gdesc: 'gdesc',
  crosstabview: 'crosstabview',
  watch: 'watch',
};

interface OpenStatement {
  start: number;
  line: number;
  placeholders: Placeholder[];
  structure: StatementStructure;
  /** More than comments: psql sends nothing else. */
  hasContent: boolean;
}

/**
 * Splits a script into statements, psql commands and COPY data as `psql -f` does. Text is pushed in chunks cut anywhere;
 * `next` reads no further than the item it returns, so a setting that the item changes counts for what follows. Time is
 * linear, memory bounded by one statement and the chunks that have not been read.
 *
 * Unlike psql, a string that goes on in the next line keeps its kind (E'…'), as the server has it; BEGIN opens a body only
 * before ATOMIC, so that pg_dump's output with a function or column called "begin" can be read; an empty statement is not
 * sent; and what follows a COPY is always taken for its data, although psql reads it as statements when the server
 * refused that COPY.
 */
export class SqlScanner {
  private readonly feed = new TextFeed();
  private readonly lexer: SqlLexer;
  private statement: OpenStatement | null = null;
  private command: CommandReader | null = null;
  private copyData: CopyDataReader | null = null;
  private pushedAny = false;
  /** Offset behind the last `\:`. */
  private colonEnd = -1;

  constructor(options: ScanOptions = {}) {
    this.lexer = new SqlLexer(this.feed, options.standardConformingStrings ?? true);
  }

  get standardConformingStrings(): boolean {
    return this.lexer.standardConformingStrings;
  }

  set standardConformingStrings(value: boolean) {
    this.lexer.standardConformingStrings = value;
  }

  push(chunk: string): void {
    // psql skips a byte order mark; a blank in its place keeps the offsets.
    const first = !this.pushedAny && chunk.startsWith('\uFEFF');
    this.feed.push(first ? ` ${chunk.slice(1)}` : chunk);
    this.pushedAny ||= chunk.length > 0;
  }

  /** Nothing follows: a last statement without terminator is one. */
  end(): void {
    this.feed.end();
  }

  /** Behind a psql command that takes data from the script (`\copy … from stdin`): `copy-data` follows. */
  expectCopyData(): void {
    this.drop();
    this.copyData = new CopyDataReader(this.feed);
  }

  /** Null: more text is needed or, after `end`, all was read. */
  next(): ScannedItem | null {
    if (this.copyData !== null) return this.nextCopyData(this.copyData);
    if (this.command !== null) return this.nextCommand(this.command);
    while (this.lexer.advance()) {
      const item = this.takeLexeme();
      if (item !== null) return item;
      if (this.command !== null) return this.nextCommand(this.command);
    }
    if (!this.feed.final) return null;
    // As psql does, so that the server says what is wrong.
    if (this.statement !== null && this.lexer.insideComment) this.statement.hasContent = true;
    return this.finish('end', '', this.feed.position);
  }

  private takeLexeme(): ScannedItem | null {
    const { feed, lexer } = this;
    if (lexer.kind === 'space' || lexer.continued) return null;
    if (lexer.kind === 'semicolon' && (this.statement === null || this.statement.structure.endsHere)) {
      return this.finish(';', '', lexer.start);
    }
    if (lexer.kind === 'backslash') {
      feed.pauseRecording(lexer.start);
      this.command = new CommandReader(feed);
      return null;
    }
    this.statement ??= this.open();
    this.addLexeme(this.statement);
    return null;
  }

  private open(): OpenStatement {
    const { feed, lexer } = this;
    feed.startRecording(lexer.start);
    return {
      start: feed.offsetAt(lexer.start),
      line: feed.lineAt(lexer.start),
      placeholders: [],
      structure: new StatementStructure(),
      hasContent: false,
    };
  }

  private addLexeme(statement: OpenStatement): void {
    const { kind } = this.lexer;
    if (kind === 'space' || kind === 'comment') return;
    if (kind === 'variable' || kind === 'parameter') this.addPlaceholder(statement);
    statement.structure.add(kind, kind === 'word' || kind === 'mark' ? this.lexeme() : '');
    if (kind === 'separator') this.replaceLexeme(' ;');
    if (kind === 'escaped-colon') this.replaceColon();
    statement.hasContent ||= kind !== 'separator';
  }

  /** The colon touches the one before it: `\:\:` is a `::`. */
  private replaceColon(): void {
    const { feed, lexer } = this;
    const touches = this.colonEnd === feed.offsetAt(lexer.start);
    this.replaceLexeme(touches ? ': ' : ' :');
    this.colonEnd = touches ? -1 : feed.offsetAt(lexer.end);
  }

  private lexeme(): string {
    return this.feed.text.slice(this.lexer.start, this.lexer.end);
  }

  private replaceLexeme(instead: string): void {
    this.feed.pauseRecording(this.lexer.start);
    this.feed.resumeRecording(instead);
  }

  private addPlaceholder(statement: OpenStatement): void {
    const { feed, lexer } = this;
    const { structure } = statement;
    const skipped = lexer.kind === 'parameter' ? !structure.ownsParameters : structure.colonSeparates;
    const placeholder = skipped ? null : readPlaceholder(this.lexeme());
    if (placeholder === null) return;
    const start = feed.offsetAt(lexer.start) - statement.start;
    statement.placeholders.push({ ...placeholder, start, end: start + lexer.end - lexer.start });
  }

  private nextCopyData(reader: CopyDataReader): ScannedCopyData | null {
    const piece = reader.read();
    if (piece?.last) this.copyData = null;
    return piece;
  }

  private nextCommand(reader: CommandReader): ScannedItem | null {
    const command = reader.read();
    if (command === null) return null;
    this.command = null;
    const sends = sendingCommands[command.name];
    const hasContent = this.statement?.hasContent === true;
    if (hasContent && sends !== undefined) {
      return this.finish(`\\${sends}`, command.argument, this.feed.position);
    }
    if (hasContent && command.name !== 'r' && command.name !== 'reset') {
      this.feed.resumeRecording(' '.repeat(this.feed.offsetAt(this.feed.position) - command.start));
    } else {
      this.drop();
    }
    return command;
  }

  private drop(): void {
    this.feed.takeRecording(this.feed.position);
    this.statement = null;
  }

  /** Null where there is nothing to send. */
  private finish(
    terminator: ScannedStatement['terminator'],
    terminatorArgument: string,
    until: number,
  ): ScannedStatement | null {
    const { feed, statement } = this;
    if (statement === null || !statement.hasContent) {
      this.drop();
      return null;
    }
    const text = trimSpaceEnd(feed.takeRecording(until));
    const { start, line, placeholders, structure } = statement;
    const end = terminator === 'end' ? start + text.length : feed.offsetAt(feed.position);
    this.statement = null;
    const { copiesFromStdin } = structure;
    if (copiesFromStdin) this.copyData = new CopyDataReader(feed);
    return {
      kind: 'statement',
      text,
      start,
      end,
      line,
      placeholders,
      terminator,
      terminatorArgument,
      copiesFromStdin,
    };
  }
}
