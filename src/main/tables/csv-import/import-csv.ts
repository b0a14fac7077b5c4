import type { ImportOptions, ImportState } from '../../../shared/contract/csv-import.ts';
import type { RelationName } from '../../../shared/contract/relations.ts';
import type { ConsoleConnection, ServerError } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { nameTransaction } from '../transactions/name-transaction.ts';
import { toSqlError } from '../transactions/to-sql-error.ts';
import { copyErrorPlace } from './copy-error-place.ts';
import { copyInStatement } from './copy-in-statement.ts';
import { CsvCopyData } from './csv-copy-data.ts';
import { hasEndMark } from './encode-records.ts';
import type { ImportHost } from './import-host.ts';
import { ImportInDoubt } from './import-in-doubt.ts';
import { moveSequences } from './move-sequences.ts';
import { RefusedRecord } from './refused-record.ts';
import { rollBack } from './roll-back.ts';
import { takeOwnDateStyle } from './take-own-date-style.ts';

export interface CsvTarget {
  relation: RelationName;
  options: ImportOptions;
}

export type ImportEnd = Exclude<ImportState, { state: 'running' }>;

/**
 * Copies a file into a relation in one transaction: all of it is there afterwards, or nothing. Sequences that are moved
 * stay moved whatever becomes of it, so that comes last.
 * @throws AppFailure `not-found`, `file-unusable`, `database-unreachable`; ImportInDoubt
 */
export async function importCsv(
  session: ConsoleConnection,
  { relation, options }: CsvTarget,
  host: ImportHost,
): Promise<ImportEnd> {
  const startedAtMs = performance.now();
  const facts = await readRelationFacts(session, relation, null);
  const data = new CsvCopyData(host.file.bytes(), {
    ...options,
    hasEndMark: hasEndMark(session.serverVersionNumber),
    onEnd: () => host.tell({ finishing: true }),
  });
  try {
    await session.query('BEGIN READ WRITE');
    await takeOwnDateStyle(session);
    const rows = await copy(session, facts, options, data);
    // Deferred ones say now what they would say at COMMIT.
    await session.query('SET CONSTRAINTS ALL IMMEDIATE');
    const sequences = options.moveSequences ? await moveSequences(session, facts, options.columns) : [];
    const transaction = await nameTransaction(session);
    host.seal();
    const end = (): ImportEnd => {
      const durationMs = performance.now() - startedAtMs;
      return { state: 'imported', rows, durationMs, sequences };
    };
    await session.query('COMMIT').catch((cause: unknown) => {
      throw cause instanceof ServerFailure ? cause : new ImportInDoubt(transaction, end(), { cause });
    });
    return end();
  } catch (error) {
    await rollBack(session);
    return refusal(error, data, facts, options);
  }
}

/** How many rows went in. */
async function copy(
  session: ConsoleConnection,
  { sqlName }: RelationFacts,
  options: ImportOptions,
  copyIn: CsvCopyData,
): Promise<number> {
  const header = options.header || options.columns.includes(null);
  const end = await session.run(
    { text: copyInStatement(sqlName, options, header) },
    { onColumns: () => ({ rows: () => undefined }), copyIn },
  );
  switch (end.kind) {
    case 'complete':
      return Number(end.command.split(' ')[1]);
    case 'error':
      throw new ServerFailure(end.error);
    case 'row-too-big':
      throw new Error('a COPY has no rows to answer');
  }
}

/** What went wrong with the file itself is behind the error that the copy was then ended with. */
function refusal(error: unknown, data: CsvCopyData, facts: RelationFacts, options: ImportOptions): ImportEnd {
  const cause = data.failure?.error ?? error;
  if (cause instanceof RefusedRecord) return { state: 'refused', error: cause.sqlError, line: cause.line };
  if (!(cause instanceof ServerFailure)) throw cause;
  return {
    state: 'refused',
    error: toSqlError(cause.serverError),
    line: lineOf(cause.serverError, data, facts, options),
  };
}

function lineOf(
  error: ServerError,
  { lines }: CsvCopyData,
  { relation }: RelationFacts,
  { columns }: ImportOptions,
): number | null {
  const names = columns.filter((column) => column !== null);
  const { line } = copyErrorPlace(error, relation.name, names);
  return line === null ? null : lines.fileLine(line);
}
