import type { SaveOutcome, SideEffect } from '../../../../shared/contract/row-changes.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import type { CheckedPart } from '../save-job.ts';
import { type CaughtRows, findSideEffects } from '../side-effects/find-side-effects.ts';
import { hasHiddenEffects } from '../side-effects/has-hidden-effects.ts';
import { movedAway } from '../side-effects/moved-away.ts';
import type { RowImage } from './kept-save.ts';
import { keptBytes } from './kept-saves.ts';
import { type RowImages, readImages } from './read-images.ts';

type UndoRefused = Extract<SaveOutcome, { outcome: 'saved' }>['undoRefused'];

/** Rows that a foreign key takes along, as they were. */
export interface CaughtImages extends CaughtRows {
  images: RowImage[];
}

/** What was before: what a person is asked about, and what an undo needs. */
export interface ReadBefore {
  effects: SideEffect[];
  /** Why there will be no undo. */
  undoRefused: UndoRefused;
  /** Of the rows that are changed or deleted, by their names. */
  images: Map<string, RowImage>;
  caught: CaughtImages[];
  sizeBytes: number;
}

/** Follows the foreign keys of rows that will be deleted, and reads all rows that will not be as they were. */
export async function readBefore(session: SessionQuery, part: CheckedPart): Promise<ReadBefore> {
  const { facts, checked } = part;
  const existing = checked.works.filter((work) => work.kind !== 'insert');
  const deleted = existing.flatMap(({ kind, found }) => (kind === 'delete' ? [found] : []));
  const { effects, caught, isPartial } = await findSideEffects(session, facts, deleted, movedAway(part));
  const isHidden = isPartial || (await hasHiddenEffects(session, part));
  if (isHidden) return { ...noUndo('side-effects'), effects };
  const main = await readImages(session, facts, existing, keptBytes);
  if (main === null) return { ...noUndo('too-big'), effects };
  let { sizeBytes } = main;
  const caughtImages: CaughtImages[] = [];
  for (const [at, one] of caught.entries()) {
    const rows = one.rows.map((found, index) => ({ row: `${at}/${index}`, found }));
    const read: RowImages | null = await readImages(session, one.facts, rows, keptBytes - sizeBytes);
    if (read === null) return { ...noUndo('too-big'), effects };
    caughtImages.push({ ...one, images: read.images });
    sizeBytes += read.sizeBytes;
  }
  const images = new Map(main.images.map((image) => [image.row, image]));
  return { effects, undoRefused: null, images, caught: caughtImages, sizeBytes };
}

function noUndo(undoRefused: UndoRefused): Omit<ReadBefore, 'effects'> {
  return { undoRefused, images: new Map(), caught: [], sizeBytes: 0 };
}
