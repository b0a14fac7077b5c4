import { keyOfRow } from '../lookup/key-of-row.ts';
import type { CheckedPart } from '../save-job.ts';
import type { RowWork } from '../write/row-work.ts';
import type { MovedAway } from './find-side-effects.ts';

/** Of a relation that refers to itself: the same save changes what the row refers to. */
export function movedAway({ facts, checked }: CheckedPart): MovedAway {
  const { schema, name } = facts.relation;
  let edited: Map<string, Set<string>> | null = null;
  return ({ from, fromColumns }, { cells }) => {
    if (from.schema !== schema || from.name !== name) return false;
    edited ??= editedColumns(checked.works);
    const columns = edited.get(JSON.stringify(keyOfRow(facts.relation, cells)));
    return columns !== undefined && fromColumns.some((column) => columns.has(column));
  };
}

/** Of updated rows, by their keys. */
function editedColumns(works: readonly RowWork[]): Map<string, Set<string>> {
  const edited = new Map<string, Set<string>>();
  for (const work of works) {
    if (work.kind === 'update') edited.set(JSON.stringify(work.key), new Set(Object.keys(work.values)));
  }
  return edited;
}
