import type { RelationColumn } from '../contract/relations.ts';
import { quoteLiteral } from '../sql/quote-sql.ts';

/** Compared with a number that has a point, `real` would be another one; `numeric` is not. */
const numericOid = 1700;
const truths: Readonly<Record<string, string>> = { t: 'true', true: 'true', f: 'false', false: 'false' };

/** A value as a person writes it where the column's type is known to the server. */
export function previewLiteral(
  column: Pick<RelationColumn, 'valueType' | 'typeOid'> | undefined,
  text: string | null,
): string {
  if (text === null) return 'NULL';
  if (column?.valueType === 'integer' && /^-?\d{1,18}$/.test(text)) return text;
  if (column?.typeOid === numericOid && /^-?\d{1,100}(\.\d{1,100})?$/.test(text)) return text;
  if (column?.valueType === 'boolean') return truths[text] ?? quoteLiteral(text).trim();
  return quoteLiteral(text).trim();
}
