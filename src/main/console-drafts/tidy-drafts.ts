import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keptConsoleSchema } from './kept-console.ts';

const keepMs = 180 * 24 * 60 * 60 * 1000;

/**
 * Removes consoles that nobody wrote in for 180 days and that hold no text, and what a kill left of a write. Everything
 * else stays.
 */
export async function tidyDrafts(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    if (name.endsWith('.json.new') || (name.endsWith('.json') && (await isOld(file, nowMs)))) await rm(file);
  }
}

async function isOld(file: string, nowMs: number): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  return nowMs - mtimeMs > keepMs && (await isEmpty(file));
}

async function isEmpty(file: string): Promise<boolean> {
  try {
    return keptConsoleSchema.parse(JSON.parse(await readFile(file, 'utf8'))).text.trim() === '';
  } catch {
    // Whether it is damaged is told when its instance's consoles are read.
    return false;
  }
}
