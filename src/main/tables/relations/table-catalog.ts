import type {
  Relation,
  RelationList,
  RelationName,
  RelationPlace,
  RelationStructure,
} from '../../../shared/contract/tables.ts';
import type { DatabasePlace, TableSessions } from '../table-sessions.ts';

/** What relations a database has and what they are made of. */
export class TableCatalog {
  constructor(private readonly sessions: TableSessions) {}

  list(_place: DatabasePlace, _signal?: AbortSignal): Promise<RelationList> {
    throw new Error('not built yet', { cause: this.sessions });
  }

  describe(_place: RelationPlace & { identity: string[] | null }, _signal?: AbortSignal): Promise<Relation> {
    throw new Error('not built yet');
  }

  structure(_place: RelationPlace, _signal?: AbortSignal): Promise<RelationStructure> {
    throw new Error('not built yet');
  }

  createCustomers(_place: DatabasePlace, _signal?: AbortSignal): Promise<RelationName> {
    throw new Error('not built yet');
  }
}
