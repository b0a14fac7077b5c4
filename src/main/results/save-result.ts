import type { ExportFormat } from '../../shared/contract/results.ts';
import type { SaveOutcome } from '../platform/file-to-save.ts';
import type { Platform } from '../platform/platform.ts';
import { createRowFormat } from './export/create-row-format.ts';
import { exportRows } from './export/export-rows.ts';
import type { ResultStore } from './result-store.ts';
import { safeFileName } from './safe-file-name.ts';
import type { StoredResult } from './stored-result.ts';

export interface SaveResultRequest {
  resultId: string;
  fileName: string;
  as: ExportFormat;
}

const contentTypes: Readonly<Record<ExportFormat['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  'json-lines': 'application/x-ndjson',
  sql: 'application/sql',
};

/**
 * Writes the rows that a result has now to a file of the person's choice, or offers them to the page. Once begun it
 * goes on to its end, whatever becomes of the result.
 * @throws AppFailure `not-found` for the result, `file-unusable` for the place, `cancelled` when the signal aborts.
 */
export async function saveResult(
  { results, platform }: { results: ResultStore; platform: Pick<Platform, 'saveFile'> },
  { resultId, fileName, as }: SaveResultRequest,
  signal?: AbortSignal,
): Promise<SaveOutcome> {
  const result = results.get(resultId);
  const giveBack = result.lease();
  try {
    const file = {
      fileName: safeFileName(fileName),
      contentType: contentTypes[as.format],
      content: () => leasedRows(result, as),
    };
    return await platform.saveFile(file, signal);
  } finally {
    await giveBack();
  }
}

async function* leasedRows(result: StoredResult, as: ExportFormat): AsyncGenerator<Buffer> {
  const giveBack = result.lease();
  try {
    yield* exportRows(result, createRowFormat(result.columns, as));
  } finally {
    await giveBack();
  }
}
