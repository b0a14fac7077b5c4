import type { Instance } from '../../../../shared/contract/instances.ts';
import type { Relation, RelationPlace } from '../../../../shared/contract/relations.ts';
import type { TableView } from '../../stores/table-view-store.ts';

/** The relation on screen and how it is looked at: what all parts of its view share. */
export interface TableSubject {
  instance: Instance;
  place: RelationPlace;
  relation: Relation;
  view: TableView;
  change: (change: Partial<TableView>) => void;
  /** The server runs, so it can be asked. */
  readable: boolean;
  /** Why nothing can be asked of the server now; null: it can. */
  blocked: string | null;
}
