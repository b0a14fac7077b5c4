import { join } from 'node:path';
import * as z from 'zod';
import type { EngineChoice } from '../docker/engine-choice.ts';
import { JsonStore } from '../lib/json-store.ts';

/** The person's choice of engine, in `engine.json` of `configDir`. */
export async function openEngineChoiceStore(configDir: string): Promise<EngineChoice> {
  const schema = z.object({ chosen: z.string().nullable() });
  const store = await JsonStore.open(join(configDir, 'engine.json'), schema, { chosen: null });
  return {
    get: async () => store.value.chosen,
    set: async (chosen) => void (await store.update(() => ({ chosen }))),
  };
}
