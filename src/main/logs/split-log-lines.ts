import type { LogLine } from '../../shared/contract/logs.ts';
import type { OutputChunk } from '../docker/docker-client.ts';
import { cleanLogText } from './clean-log-text.ts';

const maxLineBytes = 16 * 1024;
/** Room for the stamp in front of a line. */
const maxKeptBytes = maxLineBytes + 64;
const newline = 0x0a;

/** A line with the stamp as the engine wrote it, to tell a line that was seen from a new one of the same millisecond. */
export interface StampedLine extends LogLine {
  stamp: string;
}

export interface LogLineSplitter {
  /** Complete lines of a chunk, in order. */
  push(chunk: OutputChunk): StampedLine[];
  /** What is left without an end of line. */
  flush(): StampedLine[];
}

/**
 * Cuts stamped output into lines, one buffer per stream, as bytes: a character may be cut in two by a chunk. Lines
 * longer than 16 KiB are cut and end in "…"; what follows up to the end of line is let go.
 */
export function createLogLineSplitter(): LogLineSplitter {
  const pending = { stdout: new PendingLine('stdout'), stderr: new PendingLine('stderr') };
  return {
    push({ stream, data }) {
      const lines: StampedLine[] = [];
      let start = 0;
      for (let end = data.indexOf(newline); end !== -1; end = data.indexOf(newline, start)) {
        pending[stream].add(data.subarray(start, end));
        lines.push(pending[stream].take());
        start = end + 1;
      }
      pending[stream].add(data.subarray(start));
      return lines;
    },
    flush: () => [pending.stdout, pending.stderr].filter((one) => !one.isEmpty).map((one) => one.take()),
  };
}

class PendingLine {
  #parts: Buffer[] = [];
  #keptBytes = 0;
  #isCut = false;

  constructor(readonly stream: LogLine['stream']) {}

  get isEmpty(): boolean {
    return this.#keptBytes === 0;
  }

  add(bytes: Buffer): void {
    const kept = bytes.subarray(0, maxKeptBytes - this.#keptBytes);
    if (kept.length < bytes.length) this.#isCut = true;
    if (kept.length === 0) return;
    this.#keptBytes += kept.length;
    this.#parts.push(kept);
  }

  take(): StampedLine {
    const raw = Buffer.concat(this.#parts);
    const [, stamp = ''] =
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?/.exec(
        raw.toString('latin1', 0, 40),
      ) ?? [];
    const body = raw.subarray(stamp === '' ? 0 : stamp.length + 1);
    const isLong = this.#isCut || body.length > maxLineBytes;
    const text = cleanLogText(decodeCut(isLong ? body.subarray(0, maxLineBytes - 3) : body, isLong));
    this.#parts = [];
    this.#keptBytes = 0;
    this.#isCut = false;
    const atMs = stamp === '' ? Number.NaN : Date.parse(stamp);
    return {
      atMs: Number.isNaN(atMs) ? null : atMs,
      stream: this.stream,
      text: isLong ? `${text}…` : text,
      stamp,
    };
  }
}

/** A character that the cut went through is left out. */
function decodeCut(bytes: Buffer, isCut: boolean): string {
  return isCut
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true })
    : bytes.toString();
}
