import { join } from 'node:path';
import * as z from 'zod';
import { type ConsolePreferences, consolePreferencesSchema } from '../../shared/contract/consoles.ts';
import { instanceKey } from '../instances/instance-key.ts';
import { JsonStore } from '../lib/json-store.ts';
import type { EngineInUse } from '../operations/engine-in-use.ts';

const defaults: ConsolePreferences = { statementTimeoutMs: 0, readOnly: false, onError: 'stop' };

const { statementTimeoutMs, readOnly, onError } = consolePreferencesSchema.shape;
/** A field that is missing or of a later version's making gets its default. */
const storedSchema = z.record(
  z.string(),
  z.object({
    statementTimeoutMs: statementTimeoutMs.catch(defaults.statementTimeoutMs),
    readOnly: readOnly.catch(defaults.readOnly),
    onError: onError.catch(defaults.onError),
  }),
);

type Listener = (instance: string, preferences: ConsolePreferences) => void;

/** What the consoles of an instance (a name on the engine in use) have in common. */
export interface ConsolePreferencesStore {
  /** @throws AppFailure `engine-unreachable` */
  get(instance: string): ConsolePreferences;
  /** Keeps what the patch names and answers all. @throws AppFailure `engine-unreachable` */
  set(
    instance: string,
    patch: { [K in keyof ConsolePreferences]?: ConsolePreferences[K] | undefined },
  ): Promise<ConsolePreferences>;
  /** Called after each change, with all. Answers the function that takes the listener away. */
  onChange(listener: Listener): () => void;
}

/** Preferences in `console-preferences.json` of `dataDir`. */
export async function openConsolePreferencesStore(
  dataDir: string,
  engine: EngineInUse,
): Promise<ConsolePreferencesStore> {
  const store = await JsonStore.open(join(dataDir, 'console-preferences.json'), storedSchema, {});
  const listeners = new Set<Listener>();
  return {
    get: (instance) => store.value[instanceKey(engine.inUse().id, instance)] ?? defaults,
    async set(instance, patch) {
      const key = instanceKey(engine.inUse().id, instance);
      const all = await store.update((before) => {
        const after = { ...defaults, ...before[key], ...present(patch) };
        return { ...before, [key]: after };
      });
      const preferences = all[key] ?? defaults;
      for (const listener of listeners) listener(instance, preferences);
      return preferences;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
