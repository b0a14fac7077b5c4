import { isSpace, trimSpace, trimSpaceEnd } from './char-classes.ts';
import type { ScannedCommand } from './scanned-item.ts';
import type { TextFeed } from './text-feed.ts';

/** Commands whose argument is the rest of the line, whatever stands in it (psql's `OT_WHOLE_LINE`). */
const wholeLineCommands = new Set(['!', 'copy', 'ef', 'ev', 'h', 'help', 'sf', 'sf+', 'sv', 'sv+']);
/** An argument of these that begins with `|` is a shell command up to the end of the line. */
const pipeCommands = new Set(['g', 'gx', 'o', 'out', 'w', 'write']);

type Place = 'name' | 'between' | 'argument' | "'" | '"' | '`' | 'whole-line';

/**
 * Reads one psql command from behind its backslash to the end of its line or to the next command, by the rules of
 * psqlscanslash.l: an unquoted backslash ends it, and `\\` is swallowed. Nothing is expanded or run.
 */
export class CommandReader {
  private readonly feed: TextFeed;
  private readonly start: number;
  private readonly line: number;
  private readonly pieces: string[] = [];
  private place: Place = 'name';
  private name = '';

  /** To be made when the backslash is what was read last. */
  constructor(feed: TextFeed) {
    this.feed = feed;
    this.start = feed.offsetAt(feed.position - 1);
    this.line = feed.lineAt(feed.position - 1);
  }

  /** Null: more text is needed. */
  read(): ScannedCommand | null {
    for (;;) {
      if (this.readWindow()) return this.command();
      if (this.feed.refill()) continue;
      return this.feed.final ? this.command() : null;
    }
  }

  /** True: the command ends at the feed's position. */
  private readWindow(): boolean {
    const { text, final } = this.feed;
    let at = this.feed.position;
    while (at < text.length && text[at] !== '\n') {
      const char = text.charAt(at);
      const backslash = char === '\\' && this.place !== 'whole-line';
      if (backslash && at + 1 === text.length && !final) break;
      if (backslash && this.isUnquoted) return this.take(at);
      // In '…' the character behind a backslash is an ordinary one.
      const escaped = backslash && this.place === "'" && at + 1 < text.length && text[at + 1] !== '\n';
      this.follow(char);
      at += escaped ? 2 : 1;
    }
    this.take(at);
    return text[at] === '\n';
  }

  private get isUnquoted(): boolean {
    return (
      this.place === 'between' || this.place === 'argument' || (this.place === 'name' && this.namesCommand)
    );
  }

  private take(until: number): true {
    this.pieces.push(this.feed.text.slice(this.feed.position, until));
    this.feed.position = until;
    return true;
  }

  private follow(char: string): void {
    const space = isSpace(char.charCodeAt(0));
    switch (this.place) {
      case 'name':
        if (space || char === '\\') this.place = this.placeBehindName();
        else this.name += char;
        return;
      case 'between':
      case 'argument':
        if (char === "'" || char === '"' || char === '`') this.place = char;
        else if (space) this.place = 'between';
        else if (char === '|' && this.place === 'between' && pipeCommands.has(this.name))
          this.place = 'whole-line';
        else this.place = 'argument';
        return;
      case 'whole-line':
        return;
      default:
        if (char === this.place) this.place = 'argument';
    }
  }

  /** psql drops the line behind a backslash that names no command; all their names begin like this. */
  private get namesCommand(): boolean {
    return /^[A-Za-z!?]/.test(this.name);
  }

  private placeBehindName(): Place {
    return !this.namesCommand || wholeLineCommands.has(this.name) ? 'whole-line' : 'between';
  }

  private command(): ScannedCommand {
    const read = this.pieces.join('');
    const { feed, name, start, line } = this;
    let end = start + 1 + trimSpaceEnd(read).length;
    if (feed.text.startsWith('\\\\', feed.position)) {
      feed.position += 2;
      end = feed.offsetAt(feed.position);
    }
    const argument = trimSpace(read.slice(name.length));
    // psql itself ignores a semicolon behind most arguments, and people type `\d;`.
    return { kind: 'command', name: name.replace(/;+$/, ''), argument, start, end, line };
  }
}
