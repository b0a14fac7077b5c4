import type { ResultColumn } from '../../../shared/contract/results.ts';
import type { RowSink, WireColumn } from '../../postgres/console-connection.ts';
import type { ResultEnd, ResultWriter } from '../../results/result-writer.ts';
import { byteCodec } from './byte-codec.ts';
import { CopiedLines } from './copied-lines.ts';
import type { ScriptHost } from './script-host.ts';
import { transcodedRows } from './transcoded-rows.ts';

export interface StatementResultsOptions {
  newResult: ScriptHost['newResult'];
  /** At most 300 characters, passwords masked; asked for only when there is a result. */
  statement(): string;
  expanded: boolean;
  startedAtMs: number;
  /** The session's `client_encoding`, in which rows and `COPY … TO STDOUT` come. */
  encoding: string;
  columnsOf(columns: readonly WireColumn[]): ResultColumn[];
}

/** Rows beyond the results that a run may have are let go. */
const nowhere: RowSink = { rows: () => undefined };
const copyColumns: ResultColumn[] = [{ name: 'copy', typeOid: 25, type: 'text', align: 'left' }];

/** The results of one statement while they arrive. Rules and `\;` make several. */
export class StatementResults {
  /** A limit of the store was reached; the result is capped however the statement ends. */
  full: ResultWriter | null = null;
  /** Called when nobody wants more rows: to have the server stop. */
  onUnwanted: () => void = () => undefined;
  readonly #options: StatementResultsOptions;
  #writers: ResultWriter[] = [];
  #copied: { lines: CopiedLines; writer: ResultWriter | null } | null = null;

  constructor(options: StatementResultsOptions) {
    this.#options = options;
  }

  /** Of a line of `COPY … TO STDOUT` that is over the limit of a row. */
  get tooLongBytes(): number | null {
    return this.#copied?.lines.tooLongBytes ?? null;
  }

  /** Of the last one. */
  get resultId(): string | null {
    return this.#writers.at(-1)?.id ?? null;
  }

  onColumns(columns: readonly WireColumn[]): RowSink {
    const { columnsOf, encoding } = this.#options;
    const writer = this.#begin(columnsOf(columns));
    if (writer === null) return nowhere;
    return encoding === 'UTF8' || encoding === 'SQL_ASCII' ? writer : transcodedRows(writer, encoding);
  }

  /** A line of `COPY … TO STDOUT` becomes a row. */
  onCopyOut(bytes: Buffer): void | Promise<void> {
    this.#copied ??= {
      lines: new CopiedLines(byteCodec(this.#options.encoding)),
      writer: this.#begin(copyColumns),
    };
    const { lines, writer } = this.#copied;
    const added = appendLines(writer, lines.push(bytes));
    if (lines.tooLongBytes !== null) this.onUnwanted();
    return added;
  }

  async finish(end: ResultEnd): Promise<void> {
    if (this.#copied !== null) await appendLines(this.#copied.writer, this.#copied.lines.flush());
    for (const writer of this.#writers) {
      const isLast = writer === this.#writers.at(-1);
      await writer.finish(isLast || end.state !== 'complete' ? end : earlier(writer));
    }
  }

  #begin(columns: readonly ResultColumn[]): ResultWriter | null {
    const { newResult, statement, expanded, startedAtMs } = this.#options;
    const writer = newResult({ columns, statement: statement(), title: null, expanded, startedAtMs });
    if (writer === null) return null;
    this.#writers.push(writer);
    void writer.full.then(() => {
      this.full = writer;
      this.onUnwanted();
    });
    return writer;
  }
}

/** Of several the server names the command of the last one only. */
function earlier(writer: ResultWriter): ResultEnd {
  return { state: 'complete', command: `SELECT ${writer.info().rowCount}` };
}

function appendLines(writer: ResultWriter | null, lines: readonly string[]): void | Promise<void> {
  if (writer !== null && lines.length > 0) return writer.append(lines.map((line) => [line]));
}
