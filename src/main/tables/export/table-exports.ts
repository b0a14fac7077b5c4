import type { ExportFormat } from '../../../shared/contract/results.ts';
import type { RelationPlace, RowFilter, RowOrder } from '../../../shared/contract/tables.ts';
import type { SaveOutcome } from '../../platform/file-to-save.ts';
import type { Platform } from '../../platform/platform.ts';
import type { TableSessions } from '../table-sessions.ts';

export interface ExportWish extends RelationPlace {
  order: RowOrder;
  filter: RowFilter;
  fileName: string;
  as: ExportFormat;
}

/** Writes the rows of a relation to files of the person's choice, or offers them to the page. */
export class TableExports {
  constructor(
    private readonly sessions: TableSessions,
    private readonly platform: Pick<Platform, 'saveFile'>,
  ) {}

  save(_wish: ExportWish, _signal?: AbortSignal): Promise<SaveOutcome> {
    throw new Error('not built yet', { cause: [this.sessions, this.platform] });
  }

  async dispose(): Promise<void> {}
}
