import { isProblem } from '../ask-table.ts';
import { patternCondition } from '../pattern-condition.ts';
import { done, type PsqlHandler, problem } from '../psql-request.ts';
import { textTable } from '../text-table.ts';
import { describedColumns, describedRelation } from './described-relation.ts';
import { relationColumns } from './relation-columns.ts';
import { relationFooters } from './relation-footers.ts';
import { relationTitle } from './relation-title.ts';

/** `\d NAME`, `\d+ NAME`: one table for each relation that the pattern means. */
export const describeRelations: PsqlHandler = async (request) => {
  const { session, table, signal } = request.context;
  const condition = patternCondition(request, {
    schema: 'n.nspname',
    name: 'c.relname',
    visible: 'pg_catalog.pg_table_is_visible(c.oid)',
  });
  if (isProblem(condition)) return problem('bad-argument', condition.problem);
  const { rows } = await session.query(
    `SELECT ${describedColumns}
     FROM pg_catalog.pg_class c
     LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
     LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
     WHERE ${condition.sql}
     ORDER BY n.nspname, c.relname`,
    condition.values,
  );
  if (rows.length === 0) return problem('not-found', request.patterns[0] ?? '');
  for (const row of rows) {
    if (signal.aborted) break;
    const describing = { relation: describedRelation(row), session, verbose: request.verbose };
    const columns = await relationColumns(describing);
    await table(textTable(relationTitle(describing.relation), columns, await relationFooters(describing)));
  }
  return done;
};
