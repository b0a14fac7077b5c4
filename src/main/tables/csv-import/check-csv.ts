import type { ConsoleConnection } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import { toSqlError } from '../transactions/to-sql-error.ts';
import { checkRecords } from './check-records.ts';
import { openCsvTrial } from './csv-trial.ts';
import { hasEndMark } from './encode-records.ts';
import { holdSequences } from './hold-sequences.ts';
import type { CsvTarget, ImportEnd } from './import-csv.ts';
import type { ImportHost } from './import-host.ts';
import { RecordCheck } from './record-check.ts';
import { rollBack } from './roll-back.ts';
import { takeOwnDateStyle } from './take-own-date-style.ts';

/** Of a larger file the check takes so long that nobody should wait for a number. */
const maxHeldBytes = 1024 * 1024;

/**
 * Finds all lines of a file that the server would not take, at most 1,000: the whole file is copied into the relation,
 * in a transaction that is rolled back at the end. Until then others who write the same keys wait for it.
 * Sequences of columns that the file does not fill go back, too, for a file of at most 1 MiB, where the role owns them;
 * else what is drawn stays drawn, as after an import that fails, and so do values that triggers draw.
 * @throws AppFailure `not-found`, `file-unusable`, `database-unreachable`, `database-error`
 */
export async function checkCsv(
  session: ConsoleConnection,
  { relation, options }: CsvTarget,
  host: ImportHost,
): Promise<ImportEnd> {
  const facts = await readRelationFacts(session, relation, null);
  try {
    await session.query('BEGIN READ WRITE');
    // Between the pieces of a slow page it is idle.
    await session.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await takeOwnDateStyle(session);
    const trial = await openCsvTrial(session, facts, options);
    if (host.file.sizeBytes <= maxHeldBytes) await holdSequences(session, facts, options.columns);
    const check = new RecordCheck(trial, facts.relation, options);
    await checkRecords(check, host, options, hasEndMark(session.serverVersionNumber));
    return { state: 'checked', ...check.result() };
  } catch (error) {
    if (!(error instanceof ServerFailure)) throw error;
    return { state: 'refused', error: toSqlError(error.serverError), line: null };
  } finally {
    await rollBack(session);
  }
}
