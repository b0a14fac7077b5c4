import type { ResultColumn } from '../../shared/contract/results.ts';
import type { PsqlTable } from '../consoles/script/psql-command.ts';
import type { TextRows } from '../postgres/console-connection.ts';

const textOid = 25;

/** A column of text, as everything that psql commands show is. */
export function textColumn(name: string): ResultColumn {
  return { name, typeOid: textOid, type: 'text', align: 'left' };
}

/** What a query answered, as a table of text. What is not there is empty, as psql shows it. */
export function textTable(
  title: string | null,
  { columns, rows }: TextRows,
  footers: string[] = [],
): PsqlTable {
  const filled = rows.map((row) => row.map((value) => value ?? ''));
  return { title, columns: columns.map(textColumn), rows: filled, footers };
}
