import type { RelationPlace, RowChange, SaveOutcome } from '../../../shared/contract/tables.ts';
import type { TableSessions } from '../table-sessions.ts';

export interface SaveWish extends RelationPlace {
  identity: string[] | null;
  fingerprint: string;
  changes: RowChange[];
  confirmed: boolean;
}

/** Saves staged changes, and takes saves back. */
export class TableSaves {
  constructor(private readonly sessions: TableSessions) {}

  save(_wish: SaveWish, _signal?: AbortSignal): Promise<SaveOutcome> {
    throw new Error('not built yet', { cause: this.sessions });
  }

  undoSave(_wish: { saveId: string; confirmed: boolean }, _signal?: AbortSignal): Promise<SaveOutcome> {
    throw new Error('not built yet');
  }
}
