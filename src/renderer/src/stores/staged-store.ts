import { create } from 'zustand';
import type { RelationPlace } from '../../../shared/contract/relations.ts';
import type { StagedTable } from '../features/tables/staging/staged-table.ts';

interface StagedStore {
  /** What is staged, by place (`stagedKey`); a relation without changes and without steps is not in it. */
  tables: Readonly<Record<string, StagedTable>>;
  /** Places whose changes a reload of the page would lose. */
  unkept: readonly string[];
  /** Changes what is staged for one relation by what it is at that moment; null: nothing is. */
  change: (key: string, how: (table: StagedTable | null) => StagedTable | null) => void;
  /** Gives up all that is staged for an instance. */
  forget: (instance: string) => void;
}

export const useStagedStore = create<StagedStore>((set) => ({
  tables: {},
  unkept: [],
  change: (key, how) =>
    set((store) => {
      const { [key]: before = null, ...others } = store.tables;
      const after = how(before);
      if (after === before) return store;
      return { tables: after === null ? others : { ...others, [key]: after } };
    }),
  forget: (instance) =>
    set(({ tables }) => ({
      tables: Object.fromEntries(Object.entries(tables).filter(([key]) => instanceOf(key) !== instance)),
    })),
}));

/** Names a relation among everything that is staged. */
export const stagedKey = ({ instance, database, relation }: RelationPlace): string =>
  JSON.stringify([instance, database, relation.schema, relation.name]);

const instanceOf = (key: string): unknown => JSON.parse(key)[0];
