import type { PushedFile } from '../../uploads/pushed-file.ts';

/** What an import or a check is run in. */
export interface ImportHost {
  readonly file: PushedFile;
  tell(progress: { lines?: number; finishing?: boolean }): void;
  /** From now on it is not cancelled any more: nobody could say whether it was committed. */
  seal(): void;
}
