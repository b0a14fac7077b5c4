/** A record that spans lines or comes behind a gap: where the server's count stood behind it, where it lies in the file. */
interface Mark {
  server: number;
  line: number;
  lastLine: number;
}

/** The server reads a few megabytes behind what it was sent. */
const maxKept = 100_000;

/**
 * From lines as COPY counts them to lines of the file as an editor does. COPY names the last line of a record, and passes
 * over some line breaks in quotes; here a record is where it begins.
 */
export class LineMap {
  #marks: Mark[] = [];
  #server = 0;
  #file = 0;

  /** The next record lies on these lines and moves the server's count on by so many. */
  add(line: number, lastLine: number, serverLines: number): void {
    const isPlain = line === lastLine && serverLines === 1 && line === this.#file + 1;
    this.#server += serverLines;
    this.#file = lastLine;
    if (isPlain) return;
    this.#marks.push({ server: this.#server, line, lastLine });
    if (this.#marks.length > 2 * maxKept) this.#marks = this.#marks.slice(maxKept);
  }

  /** Of a record that has not ended yet, too. */
  fileLine(server: number): number {
    const behind = this.#marks.findIndex((mark) => mark.server >= server);
    const next = this.#marks[behind];
    if (next?.server === server) return next.line;
    const before = behind === -1 ? this.#marks.at(-1) : this.#marks[behind - 1];
    const line = (before?.lastLine ?? 0) + server - (before?.server ?? 0);
    return next === undefined ? line : Math.min(line, next.line);
  }
}
