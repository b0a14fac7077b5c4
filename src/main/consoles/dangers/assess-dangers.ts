import type { Danger } from '../../../shared/contract/consoles.ts';
import { maskPasswords } from '../../../shared/sql/mask-passwords.ts';
import type { ScannedItem, ScannedStatement } from '../../../shared/sql/scanned-item.ts';
import { sqlTokens } from '../../../shared/sql/sql-tokens.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { withCascadingTruncates } from './cascading-truncates.ts';
import { dangerFigures } from './danger-figures.ts';
import { type DangerousValues, findDangers } from './find-dangers.ts';
import type { FoundDanger } from './found-danger.ts';
import { Looks } from './looks.ts';
import { withoutMissing } from './missing-objects.ts';

export interface AssessedScript extends DangerousValues {
  text: string;
  /** Where the text begins in the draft. */
  offset: number;
  /** Of the text. */
  items: readonly ScannedItem[];
}

const mostListed = 20;
const mostSized = 10;
const limitMs = 2000;
const maxText = 300;

/**
 * The statements of a script that are to be asked about before it runs, with what would go: at most 20, of which the
 * first 10 are sized. Counts for at most 2 s for each statement and leaves its transaction as it was; without a
 * session, or in a failed transaction, nothing is sized.
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function assessDangers(
  script: AssessedScript,
  session: SessionQuery | null,
  signal: AbortSignal,
): Promise<{ dangers: Danger[]; more: number }> {
  const named = findDangers(script.items, script);
  if (named.length === 0) return { dangers: [], more: 0 };
  let looks = new Looks(session, limitMs, signal);
  const found = await withCascadingTruncates(looks, await withoutMissing(looks, named));
  const unsized = new Looks(null, limitMs, signal);
  const dangers: Danger[] = [];
  for (const [index, one] of found.slice(0, mostListed).entries()) {
    if (found[index - 1]?.statement !== one.statement) looks = new Looks(session, limitMs, signal);
    dangers.push(await toDanger(script, one, one.here && index < mostSized ? looks : unsized));
  }
  return { dangers, more: found.length - dangers.length };
}

async function toDanger(script: AssessedScript, found: FoundDanger, looks: Looks): Promise<Danger> {
  const { danger, statement, text } = found;
  return {
    kind: danger.kind,
    text: shortText(text),
    place: placeOf(script, statement),
    object: maskPasswords(danger.object),
    ...(await dangerFigures(looks, found)),
  };
}

function shortText(text: string): string {
  const masked = maskPasswords(text.slice(0, 4 * maxText));
  return masked.length > maxText ? `${masked.slice(0, maxText - 1)}…` : masked;
}

/** Of its first word: comments before it belong to the statement. */
function placeOf({ text, offset }: AssessedScript, statement: ScannedStatement): Danger['place'] {
  const word = sqlTokens(statement.text).find(({ kind }) => kind !== 'comment');
  const at = statement.start + (word?.start ?? 0);
  const before = text.slice(0, at);
  return {
    offset: offset + at,
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
  };
}
