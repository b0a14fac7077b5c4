import { scanSql } from '../../../../../shared/sql/scan-sql.ts';
import type { ScannedStatement } from '../../../../../shared/sql/scanned-item.ts';

type Format = (statement: string) => string;

/**
 * Formats each statement of a text by itself. What stands between them stays as it is: psql commands, the data below a
 * COPY, empty lines.
 * @throws what `format` throws on a statement that it cannot read, and where it changed more than white space
 */
export function formatSql(text: string, format: Format): string {
  let formatted = '';
  let done = 0;
  for (const item of scanSql(text)) {
    if (item.kind !== 'statement' || !isFormatted(item)) continue;
    formatted += text.slice(done, item.start) + checked(text.slice(item.start, item.end), format);
    done = item.end;
  }
  return formatted + text.slice(done);
}

function checked(statement: string, format: Format): string {
  const formatted = format(statement);
  if (withoutSpace(formatted) !== withoutSpace(statement))
    throw new Error('The formatter changed the statement');
  return formatted;
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/** The formatter reads SQL; psql's way to send a statement (`\g`, `\gset name`) and commands inside it are none. */
function isFormatted({ terminator, text }: ScannedStatement): boolean {
  return (terminator === ';' || terminator === 'end') && !text.includes('\\');
}
