import type { SaveOutcome } from '../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { keyOfRow } from '../lookup/key-of-row.ts';
import { rowsNow } from '../lookup/rows-now.ts';
import type { CheckedPart } from '../save-job.ts';
import type { KeptPart, RowImage } from './kept-save.ts';
import type { CaughtImages, ReadBefore } from './read-before.ts';

type UndoRefused = NonNullable<Extract<SaveOutcome, { outcome: 'saved' }>['undoRefused']>;

/** What takes the save back; or why nothing does. `now` are the written rows, by their names. */
export async function keepParts(
  session: SessionQuery,
  main: CheckedPart,
  now: ReadonlyMap<string, TableRow>,
  before: ReadBefore,
): Promise<KeptPart[] | UndoRefused> {
  if (before.undoRefused !== null) return before.undoRefused;
  const kept = keepMain(main, now, before.images);
  if (kept === null) return 'side-effects';
  const parts = [kept];
  for (const caught of before.caught) {
    const part = caught.action === 'delete' ? keepDeleted(caught) : await keepChanged(session, caught);
    if (part === null) return 'side-effects';
    parts.push(part);
  }
  return parts;
}

/** Null: a written row cannot be found any more. */
function keepMain(
  { part, facts, checked }: CheckedPart,
  now: ReadonlyMap<string, TableRow>,
  images: ReadonlyMap<string, RowImage>,
): KeptPart | null {
  const deleted: RowImage[] = [];
  const updated: KeptPart['updated'][number][] = [];
  const inserted: KeptPart['inserted'][number][] = [];
  for (const work of checked.works) {
    const image = images.get(work.row);
    const is = now.get(work.row);
    if (work.kind === 'delete') {
      if (image === undefined) return null;
      deleted.push(image);
      continue;
    }
    if (is === undefined || keyOfRow(facts.relation, is.cells) === null) return null;
    if (work.kind === 'insert') inserted.push({ row: work.row, now: is });
    else if (image === undefined) return null;
    else updated.push({ image, edited: Object.keys(work.values), now: is });
  }
  return { relation: facts.relation, picked: part.picked, deleted, updated, inserted };
}

function keepDeleted({ facts, images }: CaughtImages): KeptPart {
  return { relation: facts.relation, picked: null, deleted: images, updated: [], inserted: [] };
}

async function keepChanged(
  session: SessionQuery,
  { facts, images, columns }: CaughtImages,
): Promise<KeptPart | null> {
  const { relation } = facts;
  const keyed = images.flatMap((image) => {
    const key = keyOfRow(relation, image.values);
    return key === null ? [] : [{ row: image.row, key }];
  });
  if (keyed.length < images.length) return null;
  const now = await rowsNow(session, facts, keyed);
  const updated = images.flatMap((image) => {
    const is = now.get(image.row);
    return is === undefined ? [] : [{ image, edited: columns, now: is }];
  });
  return { relation, picked: null, deleted: [], updated, inserted: [] };
}
