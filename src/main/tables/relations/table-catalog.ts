import type {
  Relation,
  RelationList,
  RelationName,
  RelationPlace,
  RelationStructure,
} from '../../../shared/contract/relations.ts';
import type { DatabasePlace, TableSessions } from '../table-sessions.ts';
import { makeCustomers } from './make-customers.ts';
import { readRelationFacts } from './read-relation-facts.ts';
import { readRelationList } from './read-relation-list.ts';
import { readStructure } from './structure/read-structure.ts';
import { waitForChange } from './wait-for-change.ts';

export interface TableCatalogDeps {
  sessions: Pick<TableSessions, 'use' | 'read'>;
  /** Called when there is a relation more in a database of the instance. */
  onMade(instance: string): void;
}

/**
 * What relations a database has and what they are made of. All of it throws as `TableSessions.use` does; what names a
 * relation also AppFailure `not-found`.
 */
export class TableCatalog {
  readonly #deps: TableCatalogDeps;

  constructor(deps: TableCatalogDeps) {
    this.#deps = deps;
  }

  list(place: DatabasePlace, signal?: AbortSignal): Promise<RelationList> {
    return this.#deps.sessions.read(place, signal, (session) => readRelationList(session));
  }

  describe(place: RelationPlace & { identity: string[] | null }, signal?: AbortSignal): Promise<Relation> {
    return this.#deps.sessions.read(place, signal, async (session) => {
      await waitForChange(session, place.relation);
      const { relation } = await readRelationFacts(session, place.relation, place.identity);
      return relation;
    });
  }

  structure(place: RelationPlace, signal?: AbortSignal): Promise<RelationStructure> {
    return this.#deps.sessions.read(place, signal, async (session) => {
      await waitForChange(session, place.relation);
      return readStructure(session, place.relation);
    });
  }

  /** @throws AppFailure `name-taken` when there is another table of that name */
  async createCustomers(place: DatabasePlace, signal?: AbortSignal): Promise<RelationName> {
    const name = await this.#deps.sessions.use(place, signal, makeCustomers);
    this.#deps.onMade(place.instance);
    return name;
  }
}
