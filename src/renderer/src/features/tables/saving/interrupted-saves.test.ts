import { expect, it } from 'vitest';
import { StorageDouble } from '../staging/storage-double.ts';
import { markSave, tellInterruptedSaves, unmarkSave } from './interrupted-saves.ts';
import { useSaveStore } from './save-store.ts';

it('tells once of a save whose answer was lost with the page', () => {
  const storage = new StorageDouble(100);
  markSave('a', 'save', storage);
  markSave('b', 'undo', storage);
  markSave('c', 'save', storage);
  unmarkSave('c', storage);
  tellInterruptedSaves(storage);
  const { saves } = useSaveStore.getState();
  expect(saves).toMatchObject({
    a: { notice: { kind: 'unknown', what: 'save' } },
    b: { notice: { kind: 'unknown', what: 'undo' } },
  });
  expect(saves).not.toHaveProperty('c');
  expect(storage.length).toBe(0);
});

it('lets a save go on where there is no room for its mark', () => {
  expect(() => markSave('a', 'save', new StorageDouble(1))).not.toThrow();
});
