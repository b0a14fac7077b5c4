import { create } from 'zustand';
import type { RelationName } from '../../../shared/contract/relations.ts';
import type { PageWish, RowFilter, RowOrder } from '../../../shared/contract/table-rows.ts';
import type { DatabasePlace } from '../api/tables.ts';
import type { GridSelection } from '../components/data-grid/grid-selection.ts';
import type { GridView } from '../components/data-grid/grid-view.ts';
import type { FilterDraft } from '../features/tables/filter/filter-draft.ts';

/**
 * Which page is shown and how far it is from an end of all rows: `rows` lie between that end and the page's own edge,
 * which is where `wish` reads from (its end for `last` and `before`, else its beginning).
 */
export interface PagePlace {
  wish: PageWish;
  anchor: { end: 'first' | 'last'; rows: number };
}

/** How a relation is looked at. */
export interface TableView {
  subTab: 'rows' | 'structure';
  order: RowOrder;
  filter: RowFilter;
  /** What is being typed as a filter; null: nothing but the filter itself. */
  filterDraft: FilterDraft | null;
  filterOpen: boolean;
  page: PagePlace;
  /** Columns that the person said identify a row. */
  identity: string[] | null;
  selection: GridSelection | null;
  /** Of the columns as they were then. */
  grid: { fingerprint: string; view: GridView } | null;
}

export const noFilter: RowFilter = { match: 'all', conditions: [], where: '' };
export const firstPage: PagePlace = { wish: { at: 'first' }, anchor: { end: 'first', rows: 0 } };

const freshView: TableView = {
  subTab: 'rows',
  order: [],
  filter: noFilter,
  filterDraft: null,
  filterOpen: false,
  page: firstPage,
  identity: null,
  selection: null,
  grid: null,
};

/** Where a jump came from. */
interface Left {
  relation: RelationName;
  view: TableView;
}

interface DatabaseView {
  open: RelationName | null;
  /** By relation. */
  views: Readonly<Record<string, TableView>>;
  /** Jumps that can be gone back, the newest last. */
  trail: readonly Left[];
  /** A jump led here, or back, from rows that are no longer on screen: these take the focus when they come. */
  arriving: boolean;
}

const freshDatabase: DatabaseView = { open: null, views: {}, trail: [], arriving: false };

interface TableViewStore {
  /** The database in front, by instance; absent: the default one. */
  databases: Readonly<Record<string, string>>;
  /** By instance and database. */
  byPlace: Readonly<Record<string, DatabaseView>>;
  /** Null: the default one. */
  chooseDatabase: (instance: string, database: string | null) => void;
  open: (place: DatabasePlace, relation: RelationName) => void;
  change: (place: DatabasePlace, relation: RelationName, change: Partial<TableView>) => void;
  /** Opens a relation filtered, with a way back to what is open now. */
  jump: (place: DatabasePlace, relation: RelationName, filter: RowFilter) => void;
  back: (place: DatabasePlace) => void;
  arrived: (place: DatabasePlace) => void;
}

export const placeKey = ({ instance, database }: DatabasePlace): string =>
  JSON.stringify([instance, database]);
export const relationKey = ({ schema, name }: RelationName): string => JSON.stringify([schema, name]);

export const databaseViewOf = (
  { byPlace }: Pick<TableViewStore, 'byPlace'>,
  place: DatabasePlace,
): DatabaseView => byPlace[placeKey(place)] ?? freshDatabase;

export const tableViewOf = (
  store: Pick<TableViewStore, 'byPlace'>,
  place: DatabasePlace,
  relation: RelationName,
): TableView => databaseViewOf(store, place).views[relationKey(relation)] ?? freshView;

/** How each database and each of its relations is looked at, for as long as the app runs. */
export const useTableViewStore = create<TableViewStore>((set) => {
  const setDatabase = (place: DatabasePlace, change: (before: DatabaseView) => DatabaseView) =>
    set((store) => ({
      byPlace: { ...store.byPlace, [placeKey(place)]: change(databaseViewOf(store, place)) },
    }));
  return {
    databases: {},
    byPlace: {},
    chooseDatabase: (instance, database) =>
      set(({ databases: { [instance]: _before, ...others } }) => ({
        databases: database === null ? others : { ...others, [instance]: database },
      })),
    open: (place, relation) =>
      setDatabase(place, (before) => ({ ...before, open: relation, trail: [], arriving: false })),
    change: (place, relation, change) => setDatabase(place, (before) => withView(before, relation, change)),
    jump: (place, relation, filter) =>
      setDatabase(place, (before) => ({
        ...withView(before, relation, {
          subTab: 'rows',
          filter,
          filterDraft: null,
          page: firstPage,
          selection: null,
        }),
        open: relation,
        arriving: true,
        trail:
          before.open === null
            ? []
            : [...before.trail, { relation: before.open, view: viewIn(before, before.open) }],
      })),
    arrived: (place) => setDatabase(place, (before) => ({ ...before, arriving: false })),
    back: (place) =>
      setDatabase(place, (before) => {
        const left = before.trail.at(-1);
        if (left === undefined) return before;
        return {
          open: left.relation,
          views: { ...before.views, [relationKey(left.relation)]: left.view },
          trail: before.trail.slice(0, -1),
          arriving: true,
        };
      }),
  };
});

const viewIn = ({ views }: DatabaseView, relation: RelationName): TableView =>
  views[relationKey(relation)] ?? freshView;

function withView(before: DatabaseView, relation: RelationName, change: Partial<TableView>): DatabaseView {
  const view = { ...viewIn(before, relation), ...change };
  return { ...before, views: { ...before.views, [relationKey(relation)]: view } };
}
