import { useQuery } from '@tanstack/react-query';
import type { ImportOptions, ImportState } from '../../../shared/contract/csv-import.ts';
import type { RelationPlace } from '../../../shared/contract/relations.ts';
import type { RowFilter, RowOrder } from '../../../shared/contract/table-rows.ts';
import { CallFailure, windowErrorOf } from './call-failure.ts';
import { client } from './client.ts';
import type { AskExport } from './export-file.ts';
import { orpc } from './orpc.ts';
import { sendFile } from './send-file.ts';

/** Writes all rows of a relation that match to a file. */
export const exportRows =
  (rows: RelationPlace & { order: RowOrder; filter: RowFilter }): AskExport =>
  (wish, signal) =>
    client.tables.export({ ...rows, ...wish }, { signal });

/** The query of the rows that `exportRows` writes, to be shown. */
export const useExportQuery = (rows: RelationPlace & { order: RowOrder; filter: RowFilter }) =>
  useQuery(orpc.tables.exportQuery.queryOptions({ input: rows, staleTime: 0 }));

export interface ImportWish extends RelationPlace {
  /** `check` finds all bad lines and imports nothing. */
  mode: 'import' | 'check';
  options: ImportOptions;
}

export type RunningImport = Extract<ImportState, { state: 'running' }>;
export type EndedImport = Exclude<ImportState, { state: 'running' }>;

/**
 * Reads a CSV file into a table, or checks it. Aborting `signal` cancels it, which resolves with `cancelled`. Fails when
 * it could not be begun, when the file could not be read to its end, and when the connection was lost; nothing was
 * imported then, unless the server had all of it before the loss.
 */
export async function importFile(
  wish: ImportWish,
  file: File,
  onState: (state: RunningImport) => void,
  signal: AbortSignal,
): Promise<EndedImport> {
  const { importId } = await client.tables.startImport({
    ...wish,
    fileName: file.name,
    sizeBytes: file.size,
  });
  const cancel = () => void client.tables.cancelImport({ importId }).catch(() => undefined);
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    const watching = watchToEnd(importId, onState);
    const sending = sendFile(file, (chunk, last) =>
      client.tables.importChunk({ importId, chunk, last }),
    ).catch((cause: unknown) => {
      cancel();
      throw cause;
    });
    const [ended, sent] = await Promise.allSettled([watching, sending]);
    const didEnd = ended.status === 'fulfilled' && ended.value.state !== 'cancelled';
    // A file that could not be read is why it was cancelled; of all else the import itself knows how it ended.
    if (sent.status === 'rejected' && !didEnd && !signal.aborted) throw sent.reason;
    if (ended.status === 'rejected') throw ended.reason;
    return ended.value;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Main gives an import up with the connection of its page, unless it is being committed: then it is asked once more. */
async function watchToEnd(importId: string, onState: (state: RunningImport) => void): Promise<EndedImport> {
  try {
    return await readStates(importId, onState);
  } catch (cause) {
    if (windowErrorOf(cause).code !== 'connection-lost') throw cause;
    const ended = await readStates(importId, onState);
    if (ended.state === 'cancelled') throw cause;
    return ended;
  }
}

async function readStates(importId: string, onState: (state: RunningImport) => void): Promise<EndedImport> {
  for await (const state of await client.tables.watchImport({ importId })) {
    if (state.state !== 'running') return state;
    onState(state);
  }
  throw new CallFailure({ code: 'connection-lost' });
}
