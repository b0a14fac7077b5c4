import { create } from 'zustand';

/** A tab below the editor: the log, the plan, or a result by its id. */
export type ShownBelow = 'log' | 'plan' | { resultId: string };

interface ConsoleStore {
  /** Id of the console in front, by instance. */
  active: Readonly<Record<string, string>>;
  /** What a person chose to see of a run, by console. `run`: of which; the next run shows its own last result. */
  shown: Readonly<Record<string, { run: number; tab: ShownBelow }>>;
  /** Height of the editor, as a share of the whole. */
  editorShare: number;
  historyOpen: boolean;
  activate: (instance: string, consoleId: string) => void;
  show: (consoleId: string, run: number, tab: ShownBelow) => void;
  setEditorShare: (share: number) => void;
  setHistoryOpen: (open: boolean) => void;
}

export const useConsoleStore = create<ConsoleStore>((set) => ({
  active: {},
  shown: {},
  editorShare: 0.32,
  historyOpen: false,
  activate: (instance, consoleId) => set(({ active }) => ({ active: { ...active, [instance]: consoleId } })),
  show: (consoleId, run, tab) => set(({ shown }) => ({ shown: { ...shown, [consoleId]: { run, tab } } })),
  setEditorShare: (editorShare) => set({ editorShare }),
  setHistoryOpen: (historyOpen) => set({ historyOpen }),
}));
