import { copyFile, type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeDurably } from '../lib/write-durably.ts';
import { applyRecord, type OperationHistory } from './apply-record.ts';
import { type JournalRecord, journalRecordSchema } from './journal-record.ts';

const keepOperations = 200;

/**
 * The operations of all runs as append-only JSON lines. Every line is on the disk (fsync) before `append` resolves, so
 * that what a killed process had under way can be told. One process at a time may have it open.
 */
export class Journal {
  readonly #handle: FileHandle;
  #tail: Promise<void> = Promise.resolve();

  private constructor(
    handle: FileHandle,
    /** What the file told when it was opened, oldest first. */
    readonly histories: readonly OperationHistory[],
  ) {
    this.#handle = handle;
  }

  /**
   * Reads `file` (a torn last line is what a kill leaves: dropped) and compacts it to the newest 200 operations plus all
   * that have not ended. A file with other damage is put aside as `FILE.damaged` before it is written anew.
   */
  static async open(file: string): Promise<Journal> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const text = await readFile(file, 'utf8').catch(emptyWhenMissing);
    const { records, damaged } = parseLines(text);
    if (damaged) await copyFile(file, `${file}.damaged`);
    const { histories, kept } = compact(records);
    await writeDurably(file, kept.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const handle = await open(file, 'a', 0o600);
    return new Journal(handle, histories);
  }

  /** Resolves when the record is on the disk. Records of concurrent operations are written one after the other. */
  append(record: JournalRecord): Promise<void> {
    const written = this.#tail.then(async () => {
      await this.#handle.appendFile(`${JSON.stringify(record)}\n`);
      await this.#handle.datasync();
    });
    this.#tail = written.catch(() => undefined);
    return written;
  }

  async dispose(): Promise<void> {
    await this.#tail;
    await this.#handle.close();
  }
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function parseLines(text: string): { records: JournalRecord[]; damaged: boolean } {
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  const parsed = lines.filter((line) => line !== '').map(parseRecord);
  const last = torn === '' ? null : parseRecord(torn);
  const records = [...parsed, last].filter((record) => record !== null);
  return { records, damaged: parsed.includes(null) };
}

function parseRecord(line: string): JournalRecord | null {
  try {
    return journalRecordSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function compact(records: JournalRecord[]): { histories: OperationHistory[]; kept: JournalRecord[] } {
  const byId = new Map<string, OperationHistory>();
  for (const record of records) {
    const next = applyRecord(byId.get(record.id) ?? null, record);
    if (next !== null) byId.set(record.id, next);
  }
  const all = [...byId.values()];
  const histories = all.filter(
    ({ operation }, index) => operation.endedAtMs === null || index >= all.length - keepOperations,
  );
  const ids = new Set(histories.map(({ operation }) => operation.id));
  return { histories, kept: records.filter(({ id }) => ids.has(id)) };
}
