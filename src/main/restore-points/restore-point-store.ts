import { join } from 'node:path';
import * as z from 'zod';
import { restorePointSchema } from '../../shared/contract/restore-points.ts';
import { JsonStore } from '../lib/json-store.ts';

const recordSchema = restorePointSchema
  .pick({ id: true, volume: true, instance: true, reason: true, createdAtMs: true, rows: true })
  .extend({
    /** See `volume-identity.ts`: a later volume of the same name is another one. */
    volumeIdentity: z.string().nullable(),
  });

/** What the host knows of a restore point. The engine knows whether it is still there and whether it may be touched. */
export type RestorePointRecord = z.infer<typeof recordSchema>;

export const restorePointRecordSchema = recordSchema;

/** The host's half of the rule: nothing is a restore point that is not in here. */
export interface RestorePointStore {
  all(): readonly RestorePointRecord[];
  find(id: string): RestorePointRecord | null;
  /** Adding one that is there is not an error. */
  add(record: RestorePointRecord): Promise<void>;
  /** Forgets the record; the volume stays. Forgetting one that is gone is not an error. */
  forget(id: string): Promise<void>;
}

/** Restore points in `restore-points.json` of `dataDir`. `onChange` is called after each change. */
export async function openRestorePointStore(
  dataDir: string,
  onChange: () => void,
): Promise<RestorePointStore> {
  const file = join(dataDir, 'restore-points.json');
  const store = await JsonStore.open<RestorePointRecord[]>(file, z.array(recordSchema), []);
  const change = async (next: (records: RestorePointRecord[]) => RestorePointRecord[]) => {
    await store.update(next);
    onChange();
  };
  return {
    all: () => store.value,
    find: (id) => store.value.find((record) => record.id === id) ?? null,
    add: (record) => change((records) => [...records.filter(({ id }) => id !== record.id), record]),
    forget: (id) => change((records) => records.filter((record) => record.id !== id)),
  };
}
