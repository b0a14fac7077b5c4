import type { SaveJob, SavePart } from '../save-job.ts';
import { inverseChanges } from './inverse-changes.ts';
import type { KeptPart, KeptSave } from './kept-save.ts';

/** A save that takes another one back; null: it changed nothing. */
export function toUndoJob(save: KeptSave, confirmed: boolean): SaveJob | null {
  const [main, ...others] = save.parts.map(toPart);
  return main === undefined ? null : { main, others, confirmed, undone: save };
}

function toPart(part: KeptPart): SavePart {
  const { relation, picked } = part;
  const { schema, name, fingerprint } = relation;
  return { name: { schema, name }, picked, fingerprint, changes: inverseChanges(part) };
}
