import { create } from 'zustand';
import type { Operation } from '../../../shared/contract/operations.ts';

interface OperationsStore {
  /** Latest snapshot of every operation that changed since the window connected, by id. */
  byId: Readonly<Record<string, Operation>>;
  takeSnapshot: (operation: Operation) => void;
  forgetAll: () => void;
}

const mostKept = 250;

export const useOperationsStore = create<OperationsStore>((set) => ({
  byId: {},
  takeSnapshot: (operation) => set(({ byId }) => ({ byId: limit({ ...byId, [operation.id]: operation }) })),
  forgetAll: () => set({ byId: {} }),
}));

function limit(byId: Record<string, Operation>): Record<string, Operation> {
  const all = Object.values(byId);
  if (all.length <= mostKept) return byId;
  const finished = all.filter(({ state }) => state !== 'running' && state !== 'interrupted');
  const oldest = finished.sort((a, b) => a.startedAtMs - b.startedAtMs)[0];
  return oldest === undefined
    ? byId
    : Object.fromEntries(Object.entries(byId).filter(([id]) => id !== oldest.id));
}
