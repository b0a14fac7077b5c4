import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../lib/logger.ts';
import { type KeptConsole, keptConsoleSchema } from './kept-console.ts';

/**
 * What a draft's file holds; null when it is none of Howdah's making: then it is put aside as `FILE.damaged` and told in
 * the log.
 * @throws Error when it cannot be read or put aside
 */
export async function readDraft(folder: string, name: string, log: Logger): Promise<KeptConsole | null> {
  const file = join(folder, name);
  const kept = parse(await readFile(file, 'utf8'));
  if (kept !== null && `${kept.id}.json` === name) return kept;
  await rename(file, `${file}.damaged`);
  log.error({ file: `${file}.damaged` }, 'the draft of a console is damaged and was put aside');
  return null;
}

function parse(text: string): KeptConsole | null {
  try {
    return keptConsoleSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
