import type { Catalog } from '../../shared/contract/catalog.ts';
import type { Session } from '../postgres/open-session.ts';
import { functionsQuery, relationsQuery, schemasQuery } from './catalog-queries.ts';

export interface CatalogLimits {
  relations: number;
  columns: number;
  functions: number;
}

type RelationKind = Catalog['relations'][number]['kind'];
const kinds: Readonly<Record<string, RelationKind>> = {
  r: 'table',
  p: 'partitioned-table',
  v: 'view',
  m: 'materialized-view',
  f: 'foreign-table',
  S: 'sequence',
};

interface RelationRow {
  schema: string;
  name: string;
  kind: string;
  columns: [string, string][];
  columnsCut: boolean;
}

/**
 * What completion offers for the database of a session, in three round trips.
 * @throws AppFailure `database-error`, `database-unreachable`
 */
export async function readCatalog(session: Session, limits: CatalogLimits): Promise<Catalog> {
  const [around] = await session.query<Pick<Catalog, 'searchPath' | 'schemas'>>(schemasQuery);
  const relations = await session.query<RelationRow>(relationsQuery, [limits.relations, limits.columns]);
  const functions = await session.query<Catalog['functions'][number]>(functionsQuery, [limits.functions]);
  return {
    searchPath: around?.searchPath ?? [],
    schemas: around?.schemas ?? [],
    relations: relations.slice(0, limits.relations).map(({ schema, name, kind, columns }) => ({
      ...{ schema, name, columns },
      kind: kinds[kind] ?? 'table',
    })),
    functions: functions.slice(0, limits.functions),
    cut:
      relations.length > limits.relations ||
      functions.length > limits.functions ||
      relations.some(({ columnsCut }) => columnsCut),
  };
}
