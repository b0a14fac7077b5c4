interface WaitingText {
  text: string;
  offset: number;
  /** The line it begins in, where that is not the one that the text before it ended in. */
  line: number | null;
}

/**
 * Text that arrives in chunks, seen through a window: `text` from `position` on is what has not been read. Reading moves
 * `position`; `refill` lets go of what was read and adds the next chunk, so every character is copied a bounded number
 * of times. What is recorded survives a refill.
 */
export class TextFeed {
  text = '';
  position = 0;
  private readonly waiting: WaitingText[] = [];
  private pushedLength = 0;
  private ended = false;
  /** Offset of `text[0]` in everything that was pushed. */
  private base = 0;
  private line = 1;
  private countedTo = 0;
  private recorded: string[] = [];
  private recordFrom: number | null = null;

  push(chunk: string): void {
    if (chunk.length === 0) return;
    this.waiting.push({ text: chunk, offset: this.pushedLength, line: null });
    this.pushedLength += chunk.length;
  }

  end(): void {
    this.ended = true;
  }

  /** Nothing follows the window's text any more. */
  get final(): boolean {
    return this.ended && this.waiting.length === 0;
  }

  /** UTF-16 offset, in everything that was pushed, of a place in the window. */
  offsetAt(position: number): number {
    return this.base + position;
  }

  /** Line of a place in the window, from 1. Places must be asked for in order. */
  lineAt(position: number): number {
    let at = this.text.indexOf('\n', this.countedTo);
    while (at !== -1 && at < position) {
      this.line += 1;
      at = this.text.indexOf('\n', at + 1);
    }
    this.countedTo = Math.max(this.countedTo, position);
    return this.line;
  }

  /** Adds the next chunk to the window; false: there is none yet, or none any more. */
  refill(): boolean {
    const next = this.waiting.shift();
    if (next === undefined) return false;
    this.lineAt(this.position);
    if (this.recordFrom !== null) {
      this.recorded.push(this.text.slice(this.recordFrom, this.position));
      this.recordFrom = 0;
    }
    const rest = this.text.slice(this.position);
    this.text = rest + next.text;
    this.base = next.offset - rest.length;
    this.position = 0;
    this.countedTo = 0;
    if (next.line !== null) this.line = next.line;
    return true;
  }

  /** Puts text before what has not been read: it is read next, under its own offset and line. */
  replay(text: string, offset: number, line: number): void {
    const rest = this.text.slice(this.position);
    const restLine = this.lineAt(this.position);
    this.waiting.unshift({ text: rest, offset: this.offsetAt(this.position), line: restLine });
    this.waiting.unshift({ text, offset, line });
    this.position = this.text.length;
    this.countedTo = this.position;
  }

  startRecording(from: number): void {
    this.recorded = [];
    this.recordFrom = from;
  }

  get recording(): boolean {
    return this.recordFrom !== null;
  }

  /** Records what was read up to a place in the window; what follows is not recorded until `resumeRecording`. */
  pauseRecording(until: number): void {
    if (this.recordFrom === null) return;
    this.recorded.push(this.text.slice(this.recordFrom, until));
    this.recordFrom = null;
  }

  /** Goes on recording from the current position, after `instead`, which stands for what was left out. */
  resumeRecording(instead: string): void {
    this.recorded.push(instead);
    this.recordFrom = this.position;
  }

  /** Ends recording; the text recorded. */
  takeRecording(until: number): string {
    this.pauseRecording(until);
    const text = this.recorded.join('');
    this.recorded = [];
    return text;
  }
}
