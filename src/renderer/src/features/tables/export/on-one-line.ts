import { sqlTokens } from '../../../../../shared/sql/sql-tokens.ts';

/** The same statement without line breaks; null: one of them belongs to it (a comment, a text, a name). */
export function onOneLine(sql: string): string | null {
  const needsLines = sqlTokens(sql).some(({ kind, text }) => kind === 'comment' || /[\r\n]/.test(text));
  return needsLines ? null : sql.replaceAll(/\s*[\r\n]\s*/g, ' ');
}
