import { join } from 'node:path';
import { type Settings, settingsSchema } from '../../shared/contract/settings.ts';
import { JsonStore } from '../lib/json-store.ts';

const gibibyte = 1024 ** 3;

const defaults: Settings = {
  theme: 'system',
  language: 'system',
  restorePointDays: 7,
  restorePointMaxBytes: 20 * gibibyte,
};

export interface SettingsStore {
  get(): Settings;
  /** Keeps what the patch names and answers all. */
  set(patch: { [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
}

/**
 * The person's settings, in `settings.json` of `configDir`. A field that is missing or of a later version's making gets
 * its default. `onChange` is called after each change.
 */
export async function openSettingsStore(configDir: string, onChange: () => void): Promise<SettingsStore> {
  const fields = settingsSchema.partial().catch({});
  const store = await JsonStore.open(join(configDir, 'settings.json'), fields, {});
  const get = (): Settings => settingsSchema.parse({ ...defaults, ...present(store.value) });
  return {
    get,
    async set(patch) {
      await store.update((before) => ({ ...before, ...present(patch) }));
      onChange();
      return get();
    },
  };
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
