import type { RelationName } from '../../../shared/contract/relations.ts';
import type { ExportFormat } from '../../../shared/contract/results.ts';
import type { RowFilter, RowOrder } from '../../../shared/contract/table-rows.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { ConsoleConnection, StatementEnd, WireColumn } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { createInsertFormat } from '../../results/export/create-insert-format.ts';
import { createRowFormat } from '../../results/export/create-row-format.ts';
import type { RowFormat } from '../../results/export/row-format.ts';
import { readRelationFacts } from '../relations/read-relation-facts.ts';
import type { RelationFacts } from '../relations/relation-facts.ts';
import { waitForChange } from '../relations/wait-for-change.ts';
import { copyOutStatement } from './copy-out-statement.ts';
import { exportQuery } from './export-query.ts';
import { FormattedRows } from './formatted-rows.ts';

export interface RowsToWrite {
  relation: RelationName;
  order: RowOrder;
  filter: RowFilter;
  as: ExportFormat;
}

/**
 * Writes all rows that match, as one snapshot has them, with whole values. A promise of `write` holds the server back.
 * @throws AppFailure `not-found`, `database-error` (also: a row of over 64 MiB that is not for CSV), `database-unreachable`
 */
export async function writeRelation(
  session: ConsoleConnection,
  { relation, as, ...rows }: RowsToWrite,
  write: (bytes: Buffer) => void | Promise<void>,
): Promise<void> {
  await waitForChange(session, relation);
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const facts = await readRelationFacts(session, relation, null);
  const query = exportQuery(facts, rows, as.format);
  const copy = copyOutStatement(query, as);
  if (copy !== null) expectComplete(await session.run({ text: copy }, { onColumns, onCopyOut: write }));
  else await writeRows(session, query, (columns) => new FormattedRows(formatOf(facts, as, columns), write));
  await session.query('COMMIT');
}

function onColumns(): never {
  throw new Error('a COPY has no columns to tell');
}

async function writeRows(
  session: ConsoleConnection,
  text: string,
  begin: (columns: readonly WireColumn[]) => FormattedRows,
): Promise<void> {
  let rows: FormattedRows | null = null;
  const end = await session.run(
    { text },
    {
      onColumns(columns) {
        rows = begin(columns);
        return rows;
      },
    },
  );
  expectComplete(end);
  await endOf(rows);
}

/** What a callback assigned, the compiler does not see. */
async function endOf(rows: FormattedRows | null): Promise<void> {
  await rows?.end();
}

function formatOf(
  { relation, sqlName }: RelationFacts,
  as: ExportFormat,
  columns: readonly WireColumn[],
): RowFormat {
  if (as.format !== 'sql') return createRowFormat(columns, as);
  return createInsertFormat(columns, {
    // Another name is one that the person wants instead.
    sqlName: as.table === relation.name ? sqlName : quoteIdentifier(as.table),
    overridesIdentity: relation.columns.some(({ identity }) => identity === 'always'),
  });
}

function expectComplete(end: StatementEnd): void {
  switch (end.kind) {
    case 'complete':
      return;
    case 'error':
      throw new ServerFailure(end.error);
    case 'row-too-big': {
      const reason = `a row is ${end.bytes} bytes long; only CSV takes it`;
      throw new AppFailure({ code: 'database-error', sqlState: '54000', reason });
    }
  }
}
