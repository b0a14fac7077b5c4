import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { cancelSave, useSavedPages } from '../../../api/table-saves.ts';
import { visibleText } from '../../../components/visible-text.ts';
import { useStagedStore } from '../../../stores/staged-store.ts';
import { useToastStore } from '../../../stores/toast-store.ts';
import { type DecidedConflict, resolveConflicts } from '../staging/resolve-conflict.ts';
import type { Staged } from '../staging/use-staged-table.ts';
import type { TableSubject } from '../table-subject.ts';
import { type RowProblem, standingProblems } from './row-problem.ts';
import type { SaveContext } from './save-context.ts';
import { saveStaged } from './save-staged.ts';
import { noSave, type SaveState, useSaveStore } from './save-store.ts';
import { undoLastSave } from './undo-last-save.ts';

export interface Saving {
  state: SaveState;
  /** Those that still stand. */
  problems: readonly RowProblem[];
  save: () => void;
  undo: () => void;
  cancel: () => void;
  /** Goes on with the side effects that were asked about. */
  confirm: () => void;
  /** Saves again with what was chosen for each row. */
  decide: (decided: readonly DecidedConflict[]) => void;
  /** Leaves a question or the conflicts open: nothing is saved. */
  dismiss: () => void;
  closeNotice: () => void;
}

/** Saves what is staged for the relation on screen, and takes the last save back. */
export function useSaving(subject: TableSubject, { key, table }: Staged): Saving {
  const state = useSaveStore((store) => store.saves[key] ?? noSave);
  const set = useSaveStore((store) => store.set);
  const context = useSaveContext(subject, key);
  const problems = useMemo(() => standingProblems(state.problems, table), [state.problems, table]);
  const closeToast = useToastStore((store) => store.closeToast);
  // Where the table is on screen its own button is the one to undo with.
  useEffect(() => closeToast(toastId(key)), [closeToast, key]);
  return {
    state,
    problems,
    save: () => void saveStaged(context, false),
    undo: () => void undoLastSave(context, false),
    cancel: () => {
      if (state.running === null) return;
      set(key, { running: { ...state.running, cancelling: true } });
      // A save that cannot be told to stop tells how it ended all the same.
      void cancelSave(state.running.call).catch(() => undefined);
    },
    confirm: () =>
      void (state.asked?.what === 'undo' ? undoLastSave(context, true) : saveStaged(context, true)),
    decide: (decided) => {
      set(key, { conflicts: [] });
      useStagedStore.getState().change(key, (now) => (now === null ? null : resolveConflicts(now, decided)));
      void saveStaged(context, false);
    },
    dismiss: () => set(key, { conflicts: [], asked: null }),
    closeNotice: () => set(key, { notice: null }),
  };
}

const toastId = (key: string): string => `saved ${key}`;

function useSaveContext({ place, relation, view }: TableSubject, key: string): SaveContext {
  const t = useTranslations('tableEdit.done');
  const format = useFormatter();
  const pages = useSavedPages();
  const undoLabel = useTranslations('tableEdit.toolbar')('undoSave');
  const showToast = useToastStore((store) => store.showToast);
  const isOnScreen = useIsOnScreen();
  const context: SaveContext = {
    key,
    place,
    relation,
    identity: view.identity,
    pages,
    onDone: (what, { counts, undoRefused, saveId }) => {
      const parts = (['inserted', 'updated', 'deleted'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => t(kind, { count: counts[kind] }));
      const text = t(what, { table: visibleText(relation.name), what: format.list(parts, { type: 'unit' }) });
      const noUndo = undoRefused === null || what === 'undo' ? '' : ` ${t(`noUndo.${undoRefused}`)}`;
      const offersUndo = what === 'save' && saveId !== null && !isOnScreen.current;
      showToast({
        id: toastId(key),
        tone: 'ok',
        text: text + noUndo,
        ...(offersUndo
          ? { sticky: true, action: { label: undoLabel, onAction: () => void undoLastSave(context, false) } }
          : {}),
      });
    },
  };
  return context;
}

/** False as soon as the view is left: a save goes on without it. */
function useIsOnScreen(): RefObject<boolean> {
  const isOnScreen = useRef(true);
  useEffect(() => {
    isOnScreen.current = true;
    return () => {
      isOnScreen.current = false;
    };
  }, []);
  return isOnScreen;
}
