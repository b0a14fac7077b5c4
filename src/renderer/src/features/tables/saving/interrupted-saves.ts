import { type SaveKind, useSaveStore } from './save-store.ts';

const prefix = 'howdah.saving.1 ';

/** A save begins: should the page be loaded anew before it is answered, `tellInterruptedSaves` knows of it. */
export function markSave(key: string, what: SaveKind, storage: Storage = sessionStorage): void {
  try {
    storage.setItem(prefix + key, what);
  } catch {
    // No room: nothing is told of it after a reload, all else goes on.
  }
}

export const unmarkSave = (key: string, storage: Storage = sessionStorage): void =>
  storage.removeItem(prefix + key);

/** Tells of saves whose answer was lost with the page before: whether they went through is not known. */
export function tellInterruptedSaves(storage: Storage = sessionStorage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const what = storage.getItem(name) === 'undo' ? 'undo' : 'save';
    useSaveStore.getState().set(name.slice(prefix.length), { notice: { kind: 'unknown', what } });
    storage.removeItem(name);
  }
}
