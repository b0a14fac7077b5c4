import type { Instance } from '../../../../shared/contract/instances.ts';
import type { Relation, RelationName } from '../../../../shared/contract/relations.ts';
import { type DatabasePlace, useRelation } from '../../api/tables.ts';
import { errorToShow } from '../../errors/error-to-show.ts';
import { tableViewOf, useTableViewStore } from '../../stores/table-view-store.ts';
import type { TableSubject } from './table-subject.ts';

export interface SubjectInput {
  instance: Instance;
  place: DatabasePlace;
  name: RelationName;
  readable: boolean;
  blocked: string | null;
}

/** What is known of a relation and of how it is looked at. */
export function useTableSubject({ instance, place, name, readable, blocked }: SubjectInput) {
  const view = useTableViewStore((store) => tableViewOf(store, place, name));
  const changeView = useTableViewStore((store) => store.change);
  const query = useRelation({ ...place, relation: name }, view.identity, readable);
  const error = errorToShow(query);
  const isGone = error?.code === 'not-found' && error.kind === 'relation';
  const subjectOf = (relation: Relation): TableSubject => ({
    instance,
    place: { ...place, relation: name },
    relation,
    view,
    change: (change) => changeView(place, name, change),
    readable,
    blocked,
  });
  return {
    view,
    /** Null while it is read, and when it is gone. */
    subject: query.data === undefined || isGone ? null : subjectOf(query.data),
    error,
    /** There is no such relation any more. */
    isGone,
    lookAgain: () => void query.refetch(),
  };
}
