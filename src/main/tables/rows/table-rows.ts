import type {
  PageWish,
  RelationPlace,
  RowFilter,
  RowOrder,
  RowPage,
} from '../../../shared/contract/tables.ts';
import type { TableSessions } from '../table-sessions.ts';

export interface RowsWish extends RelationPlace {
  identity: string[] | null;
  order: RowOrder;
  filter: RowFilter;
  page: PageWish;
}

export interface CellWish extends RelationPlace {
  identity: string[] | null;
  locator: string;
  column: string;
  offset: number;
}

/** Reads rows of a relation. */
export class TableRows {
  constructor(private readonly sessions: TableSessions) {}

  page(_wish: RowsWish, _signal?: AbortSignal): Promise<RowPage> {
    throw new Error('not built yet', { cause: this.sessions });
  }

  count(_wish: RelationPlace & { filter: RowFilter }, _signal?: AbortSignal): Promise<{ count: number }> {
    throw new Error('not built yet');
  }

  estimate(_wish: RelationPlace & { filter: RowFilter }, _signal?: AbortSignal): Promise<{ count: number }> {
    throw new Error('not built yet');
  }

  cell(_wish: CellWish, _signal?: AbortSignal): Promise<{ text: string | null; nextOffset: number | null }> {
    throw new Error('not built yet');
  }

  checkIdentity(
    _wish: RelationPlace & { columns: string[] },
    _signal?: AbortSignal,
  ): Promise<{ duplicates: number; nulls: number }> {
    throw new Error('not built yet');
  }
}
