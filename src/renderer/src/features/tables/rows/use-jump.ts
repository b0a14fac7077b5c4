import type { RelationName } from '../../../../../shared/contract/relations.ts';
import { visibleText } from '../../../components/visible-text.ts';
import { useTableViewStore } from '../../../stores/table-view-store.ts';
import type { TableSubject } from '../table-subject.ts';
import type { RowJump } from './row-jumps.ts';

/** Goes from a row to rows of a relation that belong to it; `Back` of the view leads back. */
export function useJump({ place }: Pick<TableSubject, 'place'>) {
  const jump = useTableViewStore((store) => store.jump);
  return {
    go: ({ to, filter }: RowJump) => jump(place, to, filter),
    /** With its schema where it is another one. */
    nameOf: ({ schema, name }: RelationName): string =>
      visibleText(schema === place.relation.schema ? name : `${schema}.${name}`),
  };
}
