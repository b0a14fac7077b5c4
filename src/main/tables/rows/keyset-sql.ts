import type { KeysetRun, KeysetTerm } from './keyset-runs.ts';
import { columnSql } from './order-sql.ts';
import type { SqlWriter } from './sql-writer.ts';

/** The terms of a run as expressions that are to be joined by AND. */
export function keysetSql(run: KeysetRun, writer: SqlWriter): string[] {
  return run.map((term) => termSql(term, writer));
}

function termSql(term: KeysetTerm, writer: SqlWriter): string {
  switch (term.kind) {
    case 'null':
      return `${columnSql(term.column, writer)} IS NULL`;
    case 'not-null':
      return `${columnSql(term.column, writer)} IS NOT NULL`;
    case 'equal': {
      const { column, value } = term.at;
      const name = columnSql(column, writer);
      return value === null ? `${name} IS NULL` : `${name} = ${writer.value(value, column.castType)}`;
    }
    case 'beyond': {
      const sign = term.at[0].column.descending ? '<' : '>';
      const columns = term.at.map(({ column }) => columnSql(column, writer));
      const values = term.at.map(({ column, value }) => writer.value(value, column.castType));
      const row = (parts: string[]) => (parts.length === 1 ? parts.join() : `(${parts.join(', ')})`);
      return `${row(columns)} ${sign} ${row(values)}`;
    }
  }
}
