import { useQueryClient } from '@tanstack/react-query';
import type { RelationPlace } from '../../../shared/contract/relations.ts';
import type { RowPage } from '../../../shared/contract/table-rows.ts';
import { CallFailure } from './call-failure.ts';
import { client } from './client.ts';
import { orpc } from './orpc.ts';

/** Below what a message may have, as quotes of quotes take room. */
const limitBytes = 48 * 1024 * 1024;

export const saveRows: typeof client.tables.save = async (input, options) => {
  const sizeBytes = new Blob([JSON.stringify(input)]).size;
  if (sizeBytes > limitBytes) throw new CallFailure({ code: 'save-too-large', sizeBytes, limitBytes });
  return client.tables.save(input, options);
};

export const undoSave: typeof client.tables.undoSave = (input, options) =>
  client.tables.undoSave(input, options);

export const cancelSave = (call: string): Promise<void> => client.tables.cancelSave({ call });

export interface SavedPages {
  /** Changes the pages of a relation that are at hand, until they are read again. */
  patch: (place: RelationPlace, change: (page: RowPage) => RowPage) => void;
  /** Reads anew what saving changes: rows of all relations (a save may reach several) and figures of this database. */
  reread: (place: RelationPlace) => void;
  /** Reads anew what the relation is made of, and its rows. */
  rereadRelation: (place: RelationPlace) => void;
}

export function useSavedPages(): SavedPages {
  const queryClient = useQueryClient();
  const readAgain = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey });
  const reread = ({ instance, database }: RelationPlace) => {
    readAgain(orpc.tables.rows.key({ input: { instance, database } }));
    readAgain(orpc.tables.estimate.key({ input: { instance, database } }));
    readAgain(orpc.tables.list.key({ input: { instance, database } }));
  };
  return {
    patch: (place, change) =>
      queryClient.setQueriesData<RowPage>({ queryKey: orpc.tables.rows.key({ input: place }) }, (page) =>
        page === undefined ? undefined : change(page),
      ),
    reread,
    rereadRelation: (place) => {
      readAgain(orpc.tables.describe.key({ input: place }));
      reread(place);
    },
  };
}
