import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultColumn } from '../../shared/contract/results.ts';
import { createSilentLogger } from '../lib/logger.ts';
import { type ResultLimits, ResultStore } from './result-store.ts';
import type { NewResult } from './result-writer.ts';
import { encodeRowFrame } from './row-frame.ts';
import type { StoredResult } from './stored-result.ts';

export type TextRow = readonly (string | null)[];

export const textOid = 25;

/** Everything but the first rows goes to a file. */
export const tinyMemory: ResultLimits = { memoryBytes: 4096, diskBytes: 1024 ** 3 };

export function columnsOf(...typeOids: number[]): ResultColumn[] {
  return typeOids.map((typeOid, index) => ({
    name: `c${index}`,
    typeOid,
    type: `oid ${typeOid}`,
    align: 'left',
  }));
}

export function newResult(given: Partial<NewResult> = {}): NewResult {
  return { consoleId: 'console', number: 1, statement: 'select', columns: columnsOf(textOid), ...given };
}

/** Rows as they come over the wire, `chunkRows` of them at a time. */
export function* chunksOf(
  rows: readonly TextRow[],
  chunkRows: number,
): Generator<{ frames: Buffer; count: number }> {
  for (let at = 0; at < rows.length; at += chunkRows) {
    const chunk = rows.slice(at, at + chunkRows);
    yield { frames: Buffer.concat(chunk.map(encodeRowFrame)), count: chunk.length };
  }
}

/** Runs `work` with a store whose folder is gone afterwards. */
export async function withStore<T>(
  limits: ResultLimits,
  work: (store: ResultStore, dir: string) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'howdah-results-'));
  const store = await ResultStore.open({ dir, limits, log: createSilentLogger() });
  try {
    return await work(store, dir);
  } finally {
    await store.dispose();
    await rm(dir, { recursive: true });
  }
}

/** A finished result of these rows. */
export async function storeRows(
  store: ResultStore,
  rows: readonly TextRow[],
  { chunkRows = 7, ...given }: Partial<NewResult> & { chunkRows?: number } = {},
): Promise<StoredResult> {
  const columns = columnsOf(...(rows[0] ?? []).map(() => textOid));
  const writer = store.create(newResult({ columns, ...given }));
  for (const { frames, count } of chunksOf(rows, chunkRows)) await writer.rows(frames, count);
  await writer.finish({ state: 'complete', command: `SELECT ${rows.length}` });
  return store.get(writer.id);
}
