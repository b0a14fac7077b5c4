import type { Relation, RelationPlace } from '../../../../../shared/contract/relations.ts';
import type { SaveOutcome } from '../../../../../shared/contract/row-changes.ts';
import { windowErrorOf } from '../../../api/call-failure.ts';
import type { SavedPages } from '../../../api/table-saves.ts';
import { markSave, unmarkSave } from './interrupted-saves.ts';
import { noSave, type SaveKind, type SaveState, useSaveStore } from './save-store.ts';

export type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;

/** What a save needs to know, and whom it tells. */
export interface SaveContext {
  /** Of the place in the stores. */
  key: string;
  place: RelationPlace;
  relation: Relation;
  /** Columns that the person picked, where the relation has no key. */
  identity: string[] | null;
  pages: SavedPages;
  onDone: (what: SaveKind, saved: Saved) => void;
}

export const saveStateOf = (key: string): SaveState => useSaveStore.getState().saves[key] ?? noSave;

/** One call under its own name; null: it failed, and the notice says why. */
export async function attempt(
  { key }: SaveContext,
  what: SaveKind,
  run: (call: string) => Promise<SaveOutcome>,
): Promise<SaveOutcome | null> {
  const { set } = useSaveStore.getState();
  const call = crypto.randomUUID();
  const running = { what, call, cancelling: false };
  markSave(key, what);
  set(key, { running, problems: [], notice: null, conflicts: [], asked: null });
  try {
    const outcome = await run(call);
    set(key, { running: null });
    return outcome;
  } catch (cause) {
    const error = windowErrorOf(cause);
    // Without an answer nobody here knows how it ended.
    if (error.code === 'connection-lost') set(key, { running: null, notice: { kind: 'unknown', what } });
    else if (error.code === 'cancelled') set(key, { running: null, notice: { kind: 'cancelled', what } });
    else set(key, { running: null, notice: { kind: 'failed', what, error } });
    return null;
  } finally {
    unmarkSave(key);
  }
}
