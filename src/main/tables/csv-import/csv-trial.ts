import type { ImportOptions } from '../../../shared/contract/csv-import.ts';
import type { CsvRecord } from '../../../shared/csv/csv-record.ts';
import type { ConsoleConnection, ServerError } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { inSavepoint } from '../transactions/in-savepoint.ts';
import { copyErrorPlace } from './copy-error-place.ts';
import { copyInStatement } from './copy-in-statement.ts';
import { encodeRecords } from './encode-records.ts';

/** What the server said of some records. */
export interface TrialFault {
  error: ServerError;
  /** Which of them it is about; null: it did not say. */
  index: number | null;
  column: string | null;
}

/** Copies records into a relation in a transaction that nobody commits, so that it is the server who judges them. */
export class CsvTrial {
  readonly #session: ConsoleConnection;
  readonly #facts: RelationFacts;
  readonly #options: ImportOptions;
  readonly #statement: string;
  readonly #kept: readonly boolean[] | null;

  constructor(session: ConsoleConnection, facts: RelationFacts, options: ImportOptions) {
    this.#session = session;
    this.#facts = facts;
    this.#options = options;
    this.#statement = copyInStatement(facts.sqlName, options, true);
    const { columns } = options;
    this.#kept = columns.includes(null) ? columns.map((column) => column !== null) : null;
  }

  /** Null: they are in, and those who come later may refer to them. A fault leaves no trace. */
  async attempt(records: readonly CsvRecord[]): Promise<TrialFault | null> {
    const { bytes, serverLines } = encodeRecords(records, this.#kept, this.#options.quote);
    const tried = await inSavepoint(this.#session, () => this.#copy(bytes));
    if (tried.ok) return null;
    const names = this.#options.columns.filter((column) => column !== null);
    const { line, column } = copyErrorPlace(tried.error, this.#facts.relation.name, names);
    return { error: tried.error, column, index: line === null ? null : indexOfLine(serverLines, line) };
  }

  async #copy(records: Uint8Array): Promise<void> {
    async function* copyIn(): AsyncGenerator<Uint8Array> {
      yield header;
      yield records;
    }
    const end = await this.#session.run(
      { text: this.#statement },
      { onColumns: () => ({ rows: () => undefined }), copyIn: copyIn() },
    );
    if (end.kind === 'error') throw new ServerFailure(end.error);
  }
}

/** Empty: it settles how lines end. */
const header = Buffer.from('\n');

/**
 * Begins one in an open transaction.
 * @throws ServerFailure what the server has against any import: no such column, a view, no privilege, …
 */
export async function openCsvTrial(
  session: ConsoleConnection,
  facts: RelationFacts,
  options: ImportOptions,
): Promise<CsvTrial> {
  const trial = new CsvTrial(session, facts, options);
  const fault = await trial.attempt([]);
  if (fault !== null) throw new ServerFailure(fault.error);
  await session.query('SET CONSTRAINTS ALL IMMEDIATE');
  return trial;
}

/** The header is line 1. */
function indexOfLine(serverLines: readonly number[], line: number): number | null {
  let last = 1;
  const index = serverLines.findIndex((lines) => {
    last += lines;
    return last >= line;
  });
  return index === -1 || line === 1 ? null : index;
}
