import type { RelationColumn } from '../../../../shared/contract/relations.ts';
import type { StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { ServerError, SessionQuery } from '../../../postgres/console-connection.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { inSavepoint } from '../../transactions/in-savepoint.ts';

/** Types whose cast to their own length cuts, where a column refuses. */
const cutTypes = /^(character varying|character|bit varying|bit)\b/;

/** Which of these values the types of their columns do not take, each with the server's word on it. */
export async function probeValues(
  session: SessionQuery,
  facts: RelationFacts,
  values: Readonly<Record<string, StagedValue>>,
  told: ServerError,
): Promise<{ column: string; error: ServerError }[]> {
  const bad: { column: string; error: ServerError }[] = [];
  for (const column of facts.relation.columns) {
    const value = Object.hasOwn(values, column.name) ? values[column.name] : undefined;
    if (value === undefined || (value !== null && typeof value === 'object')) continue;
    const error = await probe(session, facts, column, value, told);
    if (error !== null) bad.push({ column: column.name, error });
  }
  return bad;
}

async function probe(
  session: SessionQuery,
  facts: RelationFacts,
  column: RelationColumn,
  value: string | null,
  told: ServerError,
): Promise<ServerError | null> {
  const cast = `$1::text::${facts.castTypeOf(column.name)}`;
  const isCut = cutTypes.test(column.type);
  const whole = isCut ? cast : `${cast}::${column.type}`;
  const tried = await inSavepoint(session, () => session.query(`SELECT ${whole} IS NULL`, [value]));
  if (!tried.ok) return tried.error;
  return isCut && value !== null && isTooLong(column, value) ? told : null;
}

/** As the server does, which lets go of spaces at the end of a character type. */
function isTooLong({ maxLength, type }: RelationColumn, value: string): boolean {
  if (maxLength === null) return false;
  const length = Array.from(type.startsWith('character') ? value.trimEnd() : value).length;
  return type === `bit(${maxLength})` ? length !== maxLength : length > maxLength;
}
