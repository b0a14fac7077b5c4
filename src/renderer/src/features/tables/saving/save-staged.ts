import type { SaveOutcome } from '../../../../../shared/contract/row-changes.ts';
import { saveRows } from '../../../api/table-saves.ts';
import { useStagedStore } from '../../../stores/staged-store.ts';
import { rebaseSaved, type SavedRows } from '../staging/rebase-saved.ts';
import { rowChanges } from '../staging/row-changes.ts';
import { keptTable, type StagedTable } from '../staging/staged-table.ts';
import { checkRows } from './check-rows.ts';
import type { RowProblem } from './row-problem.ts';
import { attempt, type SaveContext, type Saved, saveStateOf } from './save-context.ts';
import { useSaveStore } from './save-store.ts';
import { savedPage } from './saved-page.ts';
import { settleAgreed } from './settle-agreed.ts';

/** Saves what is staged for a relation, after it was checked. `confirmed`: its side effects were agreed to. */
export async function saveStaged(context: SaveContext, confirmed: boolean): Promise<void> {
  const { key, place, relation, identity } = context;
  const table = useStagedStore.getState().tables[key];
  if (table === undefined || table.rows.size === 0 || saveStateOf(key).running !== null) return;
  const problems = checkRows(relation, table.rows.values());
  if (problems.length > 0) {
    useSaveStore.getState().set(key, { problems, notice: null });
    return;
  }
  const changes = rowChanges(table.rows.values());
  const { fingerprint } = relation;
  const outcome = await attempt(context, 'save', (call) =>
    saveRows({ ...place, identity, fingerprint, changes, confirmed, call }),
  );
  if (outcome !== null) await takeOutcome(context, table, outcome, confirmed);
}

async function takeOutcome(
  context: SaveContext,
  sent: StagedTable,
  outcome: SaveOutcome,
  confirmed: boolean,
): Promise<void> {
  const { key, place, pages } = context;
  const { set } = useSaveStore.getState();
  switch (outcome.outcome) {
    case 'saved':
      return takeSaved(context, sent, outcome);
    case 'refused':
      return set(key, refusal(sent, outcome));
    case 'asked':
      return set(key, { asked: { what: 'save', effects: outcome.effects } });
    case 'unknown':
      pages.reread(place);
      return set(key, { notice: { kind: 'unknown', what: 'save' } });
    case 'relation-changed':
      set(key, { notice: { kind: 'relation-changed', lostColumns: [], lostRows: 0 } });
      return pages.rereadRelation(place);
    case 'conflicts': {
      const now = useStagedStore.getState().tables[key] ?? sent;
      const { table, open } = settleAgreed(now, outcome.conflicts);
      useStagedStore.getState().change(key, () => keptTable(table));
      pages.reread(place);
      if (open.length > 0) set(key, { conflicts: open });
      else await saveStaged(context, confirmed);
    }
  }
}

function takeSaved({ key, place, pages, onDone }: SaveContext, sent: StagedTable, outcome: Saved): void {
  const saved: SavedRows = {
    sent: sent.rows,
    now: new Map(outcome.rows.map(({ row, now }) => [row, now])),
    firstLaterStep: sent.nextStep,
  };
  pages.patch(place, (page) => savedPage(page, sent, saved));
  useStagedStore.getState().change(key, (table) => keptTable(rebaseSaved(table ?? sent, saved)));
  useSaveStore.getState().set(key, { lastSaveId: outcome.saveId });
  pages.reread(place);
  onDone('save', outcome);
}

/** Problems of rows that are staged stand there; one that is about none of them is a notice. */
function refusal({ rows }: StagedTable, { problems }: Extract<SaveOutcome, { outcome: 'refused' }>) {
  const placed = problems.flatMap(({ row, columns, error }): RowProblem[] => {
    const about = row === null ? undefined : rows.get(row);
    return about === undefined ? [] : [{ id: about.id, columns, about, what: { by: 'server', error } }];
  });
  const other = problems.find(({ row }) => row === null || !rows.has(row));
  return {
    problems: placed,
    notice: other === undefined ? null : ({ kind: 'refused', what: 'save', error: other.error } as const),
  };
}
