import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keptConsoleSchema } from './kept-console.ts';

const keepMs = 180 * 24 * 60 * 60 * 1000;

/** Removes consoles that nobody wrote in for 180 days and that hold no text. Everything else stays. */
export async function dropOldDrafts(folder: string, nowMs: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (nowMs - mtimeMs > keepMs && (await isEmpty(file))) await rm(file, { force: true });
  }
}

async function isEmpty(file: string): Promise<boolean> {
  try {
    return keptConsoleSchema.parse(JSON.parse(await readFile(file, 'utf8'))).text.trim() === '';
  } catch {
    // Whether it is damaged is told when its instance's consoles are read.
    return false;
  }
}
