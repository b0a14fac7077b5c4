import { copyFile, readFile } from 'node:fs/promises';
import { type HistoryEntry, historyEntrySchema } from '../../shared/contract/history.ts';
import type { Logger } from '../lib/logger.ts';

export interface ReadHistory {
  /** Oldest first. */
  entries: HistoryEntry[];
  /** The file holds every entry on a line of its own and nothing else. */
  clean: boolean;
}

/**
 * What a history file tells. A torn last line is what a kill leaves: dropped. With other damage the file is copied to
 * `FILE.damaged` first, and told in the log.
 * @throws Error when it cannot be read or copied
 */
export async function readHistory(file: string, log: Logger): Promise<ReadHistory> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  const parsed = lines.map(parseEntry);
  if (parsed.includes(null)) {
    await copyFile(file, `${file}.damaged`);
    log.error({ file: `${file}.damaged` }, 'the history of an instance is damaged; a copy was put aside');
  }
  const entries = parsed.filter((entry) => entry !== null);
  return { entries, clean: torn === '' && entries.length === lines.length };
}

function parseEntry(line: string): HistoryEntry | null {
  try {
    return historyEntrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
