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

interface Save {
  /** Its content was asked for. */
  hasBegun: boolean;
  ended: Promise<unknown> | null;
}

/** Writes results to files of the person's choice, or offers them to the page. */
export class ResultSaver {
  readonly #end = new AbortController();
  readonly #saves = new Set<Save>();

  constructor(
    private readonly results: ResultStore,
    private readonly platform: Pick<Platform, 'saveFile'>,
  ) {}

  /**
   * Saves the rows that a result has when the file begins. Once begun it goes on to its end, whatever becomes of the
   * result.
   * @throws AppFailure `not-found` for the result, `file-unusable` for the place, `cancelled` when the signal aborts or
   * the app ends.
   */
  async save({ resultId, fileName, as }: SaveResultRequest, signal?: AbortSignal): Promise<SaveOutcome> {
    const result = this.results.get(resultId);
    const giveBack = result.lease();
    const save: Save = { hasBegun: false, ended: null };
    const file = {
      fileName: safeFileName(fileName),
      contentType: contentTypes[as.format],
      content: () => {
        save.hasBegun = true;
        return leasedRows(result, as);
      },
    };
    const signals = signal === undefined ? [this.#end.signal] : [this.#end.signal, signal];
    this.#saves.add(save);
    try {
      const saved = this.platform.saveFile(file, AbortSignal.any(signals));
      save.ended = saved;
      return await saved;
    } finally {
      this.#saves.delete(save);
      await giveBack();
    }
  }

  /** Breaks off what is being written, and waits until no half file is left. A dialog that is open is not waited for. */
  async dispose(): Promise<void> {
    this.#end.abort();
    const begun = [...this.#saves].filter(({ hasBegun }) => hasBegun);
    await Promise.allSettled(begun.map(({ ended }) => ended));
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
