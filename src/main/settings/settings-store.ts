import { join } from 'node:path';
import * as z from 'zod';
import { type Settings, settingsSchema } from '../../shared/contract/settings.ts';
import { JsonStore } from '../lib/json-store.ts';

const gibibyte = 1024 ** 3;

const defaults: Settings = {
  theme: 'system',
  language: 'system',
  restorePointDays: 7,
  restorePointMaxBytes: 20 * gibibyte,
};

const { theme, language, restorePointDays, restorePointMaxBytes } = settingsSchema.shape;
const storedSchema = z.object({
  theme: theme.catch(defaults.theme),
  language: language.catch(defaults.language),
  restorePointDays: restorePointDays.catch(defaults.restorePointDays),
  restorePointMaxBytes: restorePointMaxBytes.catch(defaults.restorePointMaxBytes),
});

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
  const store = await JsonStore.open(join(configDir, 'settings.json'), storedSchema, defaults);
  return {
    get: () => store.value,
    async set(patch) {
      const after = await store.update((before) => ({ ...before, ...present(patch) }));
      onChange();
      return after;
    },
  };
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
