import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListedRelation, RelationPlace } from '../../../shared/contract/relations.ts';
import type { PageWish, RowFilter, RowOrder } from '../../../shared/contract/table-rows.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';

/** A database of an instance; null: its default one. */
export interface DatabasePlace {
  instance: string;
  database: string | null;
}

export interface RowsWish extends RelationPlace {
  /** Columns that the person picked, where the relation has no key. */
  identity: string[] | null;
  order: RowOrder;
  filter: RowFilter;
  page: PageWish;
}

export interface PlacedRelation {
  place: DatabasePlace;
  relation: ListedRelation;
}

/** Others may change tables at any time: shown as they were at once, and read anew whenever they come on screen. */
const alwaysRead = { staleTime: 0 } as const;

/** Rows are large: they are let go a minute after they left the screen. */
const keptRowsMs = 60_000;

/** Relations of a database, read while `readable` (its server runs). */
export const useRelations = (place: DatabasePlace, readable: boolean) =>
  useQuery(orpc.tables.list.queryOptions({ input: place, enabled: readable, ...alwaysRead }));

/** Relations of databases, as far as they were read already. */
export function useKnownRelations(places: readonly DatabasePlace[]): PlacedRelation[] {
  const queryClient = useQueryClient();
  return places.flatMap((place) => {
    const list = queryClient.getQueryData(orpc.tables.list.queryKey({ input: place }));
    return (list?.relations ?? []).map((relation) => ({ place, relation }));
  });
}

export const useRelation = (place: RelationPlace, identity: string[] | null, readable: boolean) =>
  useQuery(
    orpc.tables.describe.queryOptions({
      input: { ...place, identity },
      enabled: readable,
      placeholderData: keepPreviousData,
      ...alwaysRead,
    }),
  );

export const useRelationStructure = (place: RelationPlace, readable: boolean) =>
  useQuery(orpc.tables.structure.queryOptions({ input: place, enabled: readable, ...alwaysRead }));

/** One page. Another wish cancels the reading of the one before. Null: none is wanted yet. */
export const useRowPage = (wish: RowsWish | null, readable: boolean) =>
  useQuery(
    orpc.tables.rows.queryOptions({
      input: wish ?? skipToken,
      enabled: readable,
      ...alwaysRead,
      gcTime: keptRowsMs,
      structuralSharing: false,
    }),
  );

/** About how many rows match, as the planner expects. Null: nobody asks. */
export const useRowEstimate = (input: (RelationPlace & { filter: RowFilter }) | null, readable: boolean) =>
  useQuery(orpc.tables.estimate.queryOptions({ input: input ?? skipToken, enabled: readable }));

/** Counts all rows that match, however long it takes. */
export async function countRows(
  place: RelationPlace & { filter: RowFilter },
  signal: AbortSignal,
): Promise<number> {
  const { count } = await client.tables.count(place, { signal });
  return count;
}

/** How many rows stand in the way of telling rows apart by these columns. */
export const checkIdentity = (place: RelationPlace, columns: string[], signal: AbortSignal) =>
  client.tables.checkIdentity({ ...place, columns }, { signal });

/** The pieces of one value as text, each read when the one before was taken; none for NULL. */
export async function* readTableCell(
  place: RelationPlace & { identity: string[] | null },
  locator: string,
  column: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { text: string | null; nextOffset: number | null } = await client.tables.cell(
      { ...place, locator, column, offset },
      { signal },
    );
    if (piece.text !== null) yield piece.text;
    offset = piece.nextOffset;
  }
}

/** Makes the sample table; the tree then shows it. */
export function useCreateCustomers() {
  const queryClient = useQueryClient();
  return useMutation(
    orpc.tables.createCustomers.mutationOptions({
      onSuccess: (_, place) =>
        queryClient.invalidateQueries({ queryKey: orpc.tables.list.queryKey({ input: place }) }),
    }),
  );
}

/** Reads again what one relation is: its columns, keys and rights. */
export function useRereadRelation() {
  const queryClient = useQueryClient();
  return async (place: RelationPlace): Promise<void> => {
    await Promise.all(
      [orpc.tables.describe, orpc.tables.structure].map((procedure) =>
        queryClient.invalidateQueries({ queryKey: procedure.key({ input: place }) }),
      ),
    );
  };
}

/** Reads again all that is shown of a relation, and the list that names it. */
export function useRereadTable() {
  const queryClient = useQueryClient();
  const rereadRelation = useRereadRelation();
  return async (place: RelationPlace): Promise<void> => {
    const { instance, database } = place;
    await Promise.all([
      rereadRelation(place),
      queryClient.invalidateQueries({ queryKey: orpc.tables.rows.key({ input: place }) }),
      queryClient.invalidateQueries({
        queryKey: orpc.tables.list.queryKey({ input: { instance, database } }),
      }),
    ]);
  };
}
