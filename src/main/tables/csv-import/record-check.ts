import type { BadLine, ImportOptions } from '../../../shared/contract/csv-import.ts';
import type { Relation } from '../../../shared/contract/relations.ts';
import type { CsvRecord } from '../../../shared/csv/csv-record.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { isAboutRows } from '../transactions/is-about-rows.ts';
import { badFormat, badRecord, faultOf, serverReason } from './bad-record.ts';
import type { CsvTrial, TrialFault } from './csv-trial.ts';

export interface CheckResult {
  goodLines: number;
  badLines: BadLine[];
  more: boolean;
}

const maxListed = 1000;
const minTried = 50;
const maxWaitingBytes = 64 * 1024 * 1024;
const foreignKeyViolation = '23503';

/**
 * Finds the records that the server refuses: many are tried at once, and where the server names the line at fault the
 * others are tried again without it, else in halves.
 *
 * In a table that refers to itself a record may refer to one further down, which one COPY of the whole file allows:
 * those wait until all others are in (64 MiB of them at most).
 */
export class RecordCheck {
  readonly #trial: Pick<CsvTrial, 'attempt'>;
  readonly #options: ImportOptions;
  readonly #refersToItself: boolean;
  readonly #bad: BadLine[] = [];
  #good = 0;
  #waiting: CsvRecord[] = [];
  #waitingBytes = 0;

  constructor(
    trial: Pick<CsvTrial, 'attempt'>,
    relation: Pick<Relation, 'schema' | 'name' | 'foreignKeys'>,
    options: ImportOptions,
  ) {
    this.#trial = trial;
    this.#options = options;
    this.#refersToItself = relation.foreignKeys.some(
      ({ to }) => to.schema === relation.schema && to.name === relation.name,
    );
  }

  /** More is known to be wrong than is listed: there is no need to look at the rest. */
  get isFull(): boolean {
    return this.#bad.length > maxListed;
  }

  async add(records: readonly CsvRecord[]): Promise<void> {
    const whole = records.filter((record) => {
      const reason = faultOf(record, this.#options.columns.length);
      if (reason !== null) this.#list(record, reason);
      return reason === null;
    });
    await this.#try(whole, this.#refersToItself ? (those) => this.#keep(those) : null);
    if (this.#waitingBytes > maxWaitingBytes) await this.#tryWaiting();
  }

  /** A record behind what ends the data, which the server would pass over without a word. */
  addBehindEnd(record: CsvRecord): void {
    this.#list(record, badFormat('data follows the end-of-copy marker \\.'));
  }

  /** A record that is too long to be held. */
  addTooLong(line: number, isInQuote: boolean): void {
    const reason = isInQuote
      ? ({ kind: 'open-quote' } as const)
      : badFormat('the line is over 64 MiB long, which is too long to be checked');
    this.#list({ line, bytes: new Uint8Array() }, reason);
  }

  /** All records were added. */
  async finish(): Promise<void> {
    await this.#tryWaiting();
  }

  /** By line. */
  result(): CheckResult {
    const badLines = this.#bad.toSorted((a, b) => a.line - b.line).slice(0, maxListed);
    return { goodLines: this.#good, badLines, more: this.isFull };
  }

  /** @param postpone takes those that a foreign key refuses; null: they are listed */
  async #try(
    records: readonly CsvRecord[],
    postpone: ((records: readonly CsvRecord[]) => void) | null,
  ): Promise<void> {
    let rest = records;
    let size = rest.length;
    while (rest.length > 0 && !this.isFull) {
      const some = rest.slice(0, size);
      const fault = await this.#trial.attempt(some);
      if (fault === null) {
        this.#good += some.length;
        rest = rest.slice(some.length);
        size *= 4;
        continue;
      }
      if (!isAboutRows(fault.error)) throw new ServerFailure(fault.error);
      const at = some.length === 1 ? 0 : fault.index;
      const record = at === null ? undefined : some[at];
      if (postpone !== null && fault.error.sqlState === foreignKeyViolation) {
        postpone(some);
        rest = rest.slice(some.length);
      } else if (at === null || record === undefined) {
        const half = Math.ceil(some.length / 2);
        await this.#try(some.slice(0, half), postpone);
        rest = rest.slice(half);
        size = some.length - half;
      } else {
        this.#listFault(record, fault);
        await this.#try(some.slice(0, at), postpone);
        rest = rest.slice(at + 1);
        // The next one is probably as far away; what comes behind it would be sent in vain.
        size = Math.max(minTried, 2 * at);
      }
    }
  }

  #keep(records: readonly CsvRecord[]): void {
    for (const record of records) {
      // Copied: a record may be a view of a much larger piece of the file.
      this.#waiting.push({ ...record, bytes: record.bytes.slice() });
      this.#waitingBytes += record.bytes.length;
    }
  }

  /** Again and again while some get in, since others may refer to those. */
  async #tryWaiting(): Promise<void> {
    for (;;) {
      const records = this.#waiting;
      if (records.length === 0) return;
      this.#waiting = [];
      this.#waitingBytes = 0;
      const faults: { record: CsvRecord; fault: TrialFault }[] = [];
      await this.#tryInHalves(records, faults);
      if (faults.length === records.length || faults.length > maxListed) {
        for (const { record, fault } of faults) this.#listFault(record, fault);
        return;
      }
      this.#keep(faults.map(({ record }) => record));
    }
  }

  /** Down to single records, of which those at fault are answered. */
  async #tryInHalves(
    records: readonly CsvRecord[],
    faults: { record: CsvRecord; fault: TrialFault }[],
  ): Promise<void> {
    const [record] = records;
    if (record === undefined || this.isFull || faults.length > maxListed) return;
    const fault = await this.#trial.attempt(records);
    if (fault === null) this.#good += records.length;
    else if (!isAboutRows(fault.error)) throw new ServerFailure(fault.error);
    else if (records.length === 1) faults.push({ record, fault });
    else {
      const half = Math.ceil(records.length / 2);
      await this.#tryInHalves(records.slice(0, half), faults);
      await this.#tryInHalves(records.slice(half), faults);
    }
  }

  #listFault(record: CsvRecord, { error, column }: TrialFault): void {
    this.#list(record, serverReason(error), column);
  }

  #list(
    record: Pick<CsvRecord, 'line' | 'bytes'>,
    reason: BadLine['reason'],
    column: string | null = null,
  ): void {
    if (!this.isFull) this.#bad.push(badRecord(record, this.#options.encoding, reason, column));
  }
}
