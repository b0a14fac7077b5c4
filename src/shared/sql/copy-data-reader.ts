import { trimSpace } from './char-classes.ts';
import type { ScannedCopyData } from './scanned-item.ts';
import type { TextFeed } from './text-feed.ts';

/**
 * Reads the data of `COPY … FROM STDIN`: from the next line on up to the line `\.` or the end of the text, in pieces as
 * they arrive. What stands behind the COPY on its own line comes after the data, as in psql.
 */
export class CopyDataReader {
  private readonly feed: TextFeed;
  private readonly restStart: number;
  private readonly restLine: number;
  private restOfLine: string | null = null;
  private atLineStart = true;

  /** To be made behind the semicolon or command that sends the COPY. */
  constructor(feed: TextFeed) {
    this.feed = feed;
    this.restStart = feed.offsetAt(feed.position);
    this.restLine = feed.lineAt(feed.position);
    feed.startRecording(feed.position);
  }

  /** Null: more text is needed. */
  read(): ScannedCopyData | null {
    for (;;) {
      const piece = this.restOfLine === null ? this.readRestOfLine() : this.readWindow();
      if (piece !== null) return piece;
      if (this.feed.refill()) continue;
      return this.feed.final ? this.lastPiece(this.feed.position, this.feed.position) : null;
    }
  }

  private readRestOfLine(): ScannedCopyData | null {
    const { feed } = this;
    const newline = feed.text.indexOf('\n', feed.position);
    if (newline === -1) {
      feed.position = feed.text.length;
      return null;
    }
    this.restOfLine = feed.takeRecording(newline);
    feed.position = newline + 1;
    return this.readWindow();
  }

  private readWindow(): ScannedCopyData | null {
    const { text, position } = this.feed;
    let at = text.indexOf('\\', position);
    while (at !== -1) {
      const startsLine = at === position ? this.atLineStart : text[at - 1] === '\n';
      if (startsLine) {
        const end = this.markerEnd(at);
        if (end === 'undecided') return this.piece(at);
        if (end !== null) return this.lastPiece(at, end);
      }
      at = text.indexOf('\\', at + 1);
    }
    return this.piece(text.length);
  }

  /** Behind the line `\.` that begins at a place of the window; null: another line. */
  private markerEnd(at: number): number | 'undecided' | null {
    const line = this.feed.text.slice(at, at + 4);
    const end = ['\\.\n', '\\.\r\n'].find((marker) => line.startsWith(marker));
    if (end !== undefined) return at + end.length;
    if (!'\\.\r\n'.startsWith(line)) return null;
    return this.feed.final ? at + line.length : 'undecided';
  }

  private piece(until: number): ScannedCopyData | null {
    const { text, position } = this.feed;
    if (until === position) return null;
    this.atLineStart = text[until - 1] === '\n';
    this.feed.position = until;
    return this.data(text.slice(position, until), position, until, false);
  }

  private lastPiece(until: number, end: number): ScannedCopyData {
    const { text, position } = this.feed;
    const piece = this.data(text.slice(position, until), position, end, true);
    this.feed.position = end;
    const rest = this.restOfLine ?? this.feed.takeRecording(end);
    const ignored = trimSpace(rest) === '' || trimSpace(rest).startsWith('--');
    if (!ignored) this.feed.replay(`${rest}\n`, this.restStart, this.restLine);
    return piece;
  }

  private data(text: string, start: number, end: number, last: boolean): ScannedCopyData {
    const { feed } = this;
    return { kind: 'copy-data', text, start: feed.offsetAt(start), end: feed.offsetAt(end), last };
  }
}
