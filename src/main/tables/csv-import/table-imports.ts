import type { ImportOptions, ImportState, RelationPlace } from '../../../shared/contract/tables.ts';
import type { TableSessions } from '../table-sessions.ts';

export interface ImportWish extends RelationPlace {
  mode: 'import' | 'check';
  fileName: string;
  sizeBytes: number;
  options: ImportOptions;
}

/** CSV files on their way into tables. */
export class TableImports {
  constructor(private readonly sessions: TableSessions) {}

  start(_wish: ImportWish): Promise<{ importId: string }> {
    throw new Error('not built yet', { cause: this.sessions });
  }

  chunk(_importId: string, _bytes: Buffer, _last: boolean): Promise<{ wanted: boolean }> {
    throw new Error('not built yet');
  }

  watch(_importId: string, _signal: AbortSignal): AsyncGenerator<ImportState> {
    throw new Error('not built yet');
  }

  cancel(_importId: string): void {
    throw new Error('not built yet');
  }

  hasRunning(): boolean {
    return false;
  }

  async dispose(): Promise<void> {}
}
