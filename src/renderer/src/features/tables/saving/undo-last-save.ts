import type { RelationName } from '../../../../../shared/contract/relations.ts';
import type { SaveConflict } from '../../../../../shared/contract/row-changes.ts';
import { undoSave } from '../../../api/table-saves.ts';
import { useStagedStore } from '../../../stores/staged-store.ts';
import { rebaseBases } from '../staging/rebase-bases.ts';
import { attempt, type SaveContext, saveStateOf } from './save-context.ts';
import { useSaveStore } from './save-store.ts';

/** Puts the rows of the last save back as they were. `confirmed`: its side effects were agreed to. */
export async function undoLastSave(context: SaveContext, confirmed: boolean): Promise<void> {
  const { key, place, pages } = context;
  const { set } = useSaveStore.getState();
  const { lastSaveId: saveId, running } = saveStateOf(key);
  if (saveId === null || running !== null) return;
  const outcome = await attempt(context, 'undo', (call) => undoSave({ saveId, confirmed, call }));
  switch (outcome?.outcome) {
    case undefined:
      return forgetIfGone(key);
    case 'saved': {
      const now = new Map(outcome.rows.map((row) => [row.row, row.now]));
      useStagedStore.getState().change(key, (table) => (table === null ? null : rebaseBases(table, now)));
      set(key, { lastSaveId: null });
      pages.reread(place);
      return context.onDone('undo', outcome);
    }
    case 'conflicts':
      pages.reread(place);
      return set(key, {
        notice: {
          kind: 'undo-conflict',
          rows: outcome.conflicts.length,
          others: otherTables(place.relation, outcome.conflicts),
        },
      });
    case 'refused': {
      const [problem] = outcome.problems;
      return problem === undefined
        ? undefined
        : set(key, { notice: { kind: 'refused', what: 'undo', error: problem.error } });
    }
    case 'asked':
      return set(key, { asked: { what: 'undo', effects: outcome.effects } });
    case 'relation-changed':
      set(key, { notice: { kind: 'relation-changed', lostColumns: [], lostRows: 0 } });
      return pages.rereadRelation(place);
    case 'unknown':
      pages.reread(place);
      return set(key, { notice: { kind: 'unknown', what: 'undo' } });
  }
}

/** Names of other tables that these rows are in, with the schema where it is another one. */
function otherTables(edited: RelationName, conflicts: readonly SaveConflict[]): string[] {
  const names = conflicts.flatMap(({ relation: { schema, name } }) => {
    if (schema === edited.schema) return name === edited.name ? [] : [name];
    return [`${schema}.${name}`];
  });
  return Array.from(new Set(names));
}

/** The save is not kept any more: there is nothing to try again. */
function forgetIfGone(key: string): void {
  const { notice } = saveStateOf(key);
  if (notice?.kind === 'failed' && notice.error.code === 'not-found')
    useSaveStore.getState().set(key, { lastSaveId: null });
}
