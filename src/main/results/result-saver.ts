import type { ExportFormat } from '../../shared/contract/results.ts';
import { FileSaves } from '../platform/file-saves.ts';
import type { SaveOutcome } from '../platform/file-to-save.ts';
import type { Platform } from '../platform/platform.ts';
import { createRowFormat } from './export/create-row-format.ts';
import { exportContentTypes } from './export/export-content-types.ts';
import { exportRows } from './export/export-rows.ts';
import type { ResultStore } from './result-store.ts';
import { safeFileName } from './safe-file-name.ts';
import type { StoredResult } from './stored-result.ts';

export interface SaveResultRequest {
  resultId: string;
  fileName: string;
  as: ExportFormat;
}

/** Writes results to files of the person's choice, or offers them to the page. */
export class ResultSaver {
  readonly #saves: FileSaves;

  constructor(
    private readonly results: ResultStore,
    platform: Pick<Platform, 'saveFile'>,
  ) {
    this.#saves = new FileSaves(platform);
  }

  /**
   * Saves the rows that a result has when the file begins. Once begun it goes on to its end, whatever becomes of the
   * result.
   * @throws AppFailure `not-found` for the result, `file-unusable` for the place, `cancelled` when the signal aborts or
   * the app ends.
   */
  async save({ resultId, fileName, as }: SaveResultRequest, signal?: AbortSignal): Promise<SaveOutcome> {
    const result = this.results.get(resultId);
    const giveBack = result.lease();
    const file = {
      fileName: safeFileName(fileName),
      contentType: exportContentTypes[as.format],
      content: () => leasedRows(result, as),
    };
    try {
      return await this.#saves.save(file, signal);
    } finally {
      await giveBack();
    }
  }

  /** Breaks off what is being written, and waits until no half file is left. A dialog that is open is not waited for. */
  dispose(): Promise<void> {
    return this.#saves.dispose();
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
