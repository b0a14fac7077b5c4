import { join } from 'node:path';
import * as z from 'zod';
import { restorePointSchema } from '../../shared/contract/restore-points.ts';
import { JsonStore } from '../lib/json-store.ts';
import type { EngineInUse } from '../operations/engine-in-use.ts';

const recordSchema = restorePointSchema
  .pick({ id: true, volume: true, instance: true, reason: true, createdAtMs: true, rows: true })
  .extend({
    /** See `volume-identity.ts`: a later volume of the same name is another one. */
    volumeIdentity: z.string().nullable(),
  });

/** What the host knows of a restore point. The engine knows whether it is still there and whether it may be touched. */
export type RestorePointRecord = z.infer<typeof recordSchema>;

export const restorePointRecordSchema = recordSchema;

/** As it is kept: with the engine that has the volume. */
const keptSchema = recordSchema.extend({ engine: z.string() });

/**
 * The host's half of the rule: nothing is a restore point that is not in here. Those of other engines than the one in use
 * are kept and not told: that a volume is missing here says nothing about it there.
 */
export interface RestorePointStore {
  all(): readonly RestorePointRecord[];
  find(id: string): RestorePointRecord | null;
  /** On the engine in use. Adding one that is there is not an error. @throws AppFailure `engine-unreachable` */
  add(record: RestorePointRecord): Promise<void>;
  /** Forgets the record; the volume stays. Forgetting one that is gone is not an error. */
  forget(id: string): Promise<void>;
}

/** Restore points in `restore-points.json` of `dataDir`. `onChange` is called after each change. */
export async function openRestorePointStore(
  dataDir: string,
  engine: EngineInUse,
  onChange: () => void,
): Promise<RestorePointStore> {
  const file = join(dataDir, 'restore-points.json');
  type Kept = z.infer<typeof keptSchema>;
  const store = await JsonStore.open<Kept[]>(file, z.array(keptSchema), []);
  const change = async (next: (records: Kept[]) => Kept[]) => {
    await store.update(next);
    onChange();
  };
  const all = () => {
    const inUse = engine.info()?.id;
    return store.value.filter((kept) => kept.engine === inUse).map(({ engine: _, ...record }) => record);
  };
  return {
    all,
    find: (id) => all().find((record) => record.id === id) ?? null,
    async add(record) {
      const kept = { ...record, engine: engine.inUse().id };
      await change((records) => [...records.filter(({ id }) => id !== record.id), kept]);
    },
    forget: (id) => change((records) => records.filter((record) => record.id !== id)),
  };
}
