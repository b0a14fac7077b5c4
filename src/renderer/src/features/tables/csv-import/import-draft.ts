import type { CsvEncoding, ImportOptions } from '../../../../../shared/contract/csv-import.ts';
import { CallFailure } from '../../../api/call-failure.ts';

/** What the form holds. */
export interface ImportDraft extends Omit<ImportOptions, 'columns'> {
  /** Where the person said each column of the file goes; null: as suggested. */
  targets: readonly (string | null)[] | null;
}

export const encodings = [
  'UTF8',
  'UTF16LE',
  'UTF16BE',
  'WIN1252',
  'LATIN1',
  'LATIN9',
] as const satisfies readonly CsvEncoding[];

/** The beginning of a chosen file, which is all that is looked at before it is imported. */
export interface ChosenFile {
  file: File;
  head: Uint8Array;
  /** There is nothing behind the head. */
  isWhole: boolean;
}

const headBytes = 256 * 1024;

/** Reads the beginning. Fails with `file-unusable` where the browser cannot read the file. */
export async function readHead(file: File): Promise<ChosenFile> {
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    return { file, head, isWhole: file.size <= headBytes };
  } catch (cause) {
    const error = { code: 'file-unusable', path: file.name, problem: 'changed', reason: null } as const;
    throw new CallFailure(error, { cause });
  }
}
