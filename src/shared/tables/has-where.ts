import { sqlTokens } from '../sql/sql-tokens.ts';

/** Whether a text has more than white space and comments, so that it is a condition. */
export function hasWhere(where: string): boolean {
  return where.trim() !== '' && sqlTokens(where).some(({ kind }) => kind !== 'comment');
}
